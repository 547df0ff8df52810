/* SPDX-License-Identifier: EUPL-1.2 */
/* Nothing is measured on the clock of the day; but which version of an act came last is told by it, and when anything happened. */
#include <stdio.h>

#include "clock.h"
#include "supervisor_priv.h"

#define BACK_US (60 * 1000000LL) /* less is a step of NTP */

static const char *how_long(int64_t us, char out[40])
{
	const int64_t minutes = us / BACK_US, hours = minutes / 60;

	if (hours >= 48)
		(void)snprintf(out, 40, "%lld jours", (long long)(hours / 24));
	else if (hours > 0)
		(void)snprintf(out, 40, "%lld h %02lld min", (long long)hours, (long long)(minutes % 60));
	else
		(void)snprintf(out, 40, "%lld min", (long long)minutes);
	return out;
}

void hour_look(struct supervisor *s)
{
	const int64_t now = clock_day_us(), ahead = now - clock_us();
	const int64_t back = s->hour_known ? s->hour_us - ahead : s->hour_us - now;
	char time[40];

	if (back >= BACK_US)
		fact(s, NEWS_WARNING, EVENT_SERVICE, "horloge-reculee", NULL,
		     "l'horloge de la machine a reculé de %s%s : d'un acte déposé avant et de nouveau après, la première version passe pour la dernière ; vérifiez l'heure (timedatectl)",
		     how_long(back, time), s->hour_known ? "" : " depuis le dernier document reçu");
	s->hour_us = ahead;
	s->hour_known = true;
}
