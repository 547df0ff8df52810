/* SPDX-License-Identifier: EUPL-1.2 */
#include "docx_priv.h"

#define OWN_AREA 0xF000u /* where fonts of pictures have theirs */
#define UNKNOWN 0xFFFDu

struct symbol {
	uint8_t code;
	uint16_t cp;
};

/* Boxes, ticks, arrows and bullets: what an act has. */
static const struct symbol WINGDINGS[] = { { 0x6C, 0x25CF }, { 0x6E, 0x25A0 }, { 0x6F, 0x2610 }, { 0x70, 0x2610 }, { 0x71, 0x2610 }, { 0x72, 0x2610 },
					   { 0x76, 0x2756 }, { 0x77, 0x25C6 }, { 0x78, 0x2612 }, { 0x9F, 0x2022 }, { 0xA7, 0x25AA }, { 0xA8, 0x2610 },
					   { 0xD8, 0x27A2 }, { 0xE0, 0x2192 }, { 0xE8, 0x2192 }, { 0xF0, 0x21E8 }, { 0xFB, 0x2717 }, { 0xFC, 0x2713 },
					   { 0xFD, 0x2612 }, { 0xFE, 0x2611 } };
static const struct symbol WINGDINGS_2[] = { { 0x4F, 0x2717 }, { 0x50, 0x2713 }, { 0x51, 0x2612 }, { 0x52, 0x2611 }, { 0x53, 0x2612 },
					     { 0x54, 0x2612 }, { 0x97, 0x25CF }, { 0xA2, 0x25A0 }, { 0xA3, 0x2610 } };
static const struct symbol SYMBOL[] = { { 0xA3, 0x2264 }, { 0xAE, 0x2192 }, { 0xB0, 0xB0 }, { 0xB1, 0xB1 }, { 0xB3, 0x2265 }, { 0xB4, 0xD7 },
					{ 0xB7, 0x2022 }, { 0xB8, 0xF7 }, { 0xB9, 0x2260 }, { 0xD7, 0x22C5 }, { 0xDE, 0x21D2 } };

static uint32_t in_table(const struct symbol *table, size_t n, uint32_t code)
{
	for (size_t i = 0; i < n; i++)
		if (table[i].code == code)
			return table[i].cp;
	return UNKNOWN;
}

#define IN(table, code) in_table(table, sizeof(table) / sizeof *(table), code)

uint32_t docx_symbol(struct str font, uint32_t code)
{
	const bool pictures = str_starts(font, STR("Wingdings")) || str_starts(font, STR("Webdings"));
	const uint32_t own = code >= OWN_AREA && code <= OWN_AREA + 0xFF ? code - OWN_AREA : code;

	if (str_eq(font, STR("Wingdings")))
		return IN(WINGDINGS, own);
	if (str_eq(font, STR("Wingdings 2")))
		return IN(WINGDINGS_2, own);
	if (str_eq(font, STR("Symbol")))
		return own > 0x20 && own < 0x40 && own != 0x22 && own != 0x24 && own != 0x27 && own != 0x2A && own != 0x2D ? own : IN(SYMBOL, own);
	return pictures || code != own || code < 0x20 || code > 0xFFFF || (code >= 0xD800 && code <= 0xF8FF) || code >= 0xFFFE ? UNKNOWN : code;
}
