/* SPDX-License-Identifier: EUPL-1.2 */
/* Who may ask the service how it is: a socket with its rights, and the loopback when it is asked for. Any other address is refused here, so
 * that nothing of a house can be asked from another machine by a slip of a configuration.
 */
#include <arpa/inet.h>
#include <string.h>

#include "conf_priv.h"

static bool is_no(const struct yaml_node *n)
{
	return n->kind == YAML_SCALAR && !n->quoted && str_eq(n->text, STR("non"));
}

static bool read_socket(const struct loader *l, const struct yaml_node *n, const char **ret)
{
	if (!conf_path_or_none(l, n, ret))
		return false;
	return *ret == NULL || strlen(*ret) <= LIMIT_SOCKET_PATH || conf_refuse(l, n, "chemin de socket trop long (107 octets au plus)");
}

/* Written as chmod takes it; reading and writing only, for owner, group and others. */
static bool read_mode(const struct loader *l, const struct yaml_node *n, int64_t *ret)
{
	int64_t mode = 0;
	bool ok = n->kind == YAML_SCALAR && n->text.n >= 3 && n->text.n <= 4;

	for (size_t i = 0; ok && i < n->text.n; i++) {
		ok = n->text.p[i] >= '0' && n->text.p[i] <= '7';
		mode = mode * 8 + (n->text.p[i] - '0');
	}
	if (!ok || (mode & ~0666) != 0 || (mode & 0600) != 0600)
		return conf_refuse(l, n, "des droits en octal sont attendus, de 600 à 666, sans exécution");
	*ret = mode;
	return true;
}

static bool read_group(const struct loader *l, const struct yaml_node *n, const char **ret)
{
	bool ok = n->kind == YAML_SCALAR && n->text.n > 0 && n->text.n <= 32;

	for (size_t i = 0; ok && i < n->text.n; i++)
		ok = memchr("abcdefghijklmnopqrstuvwxyz0123456789_-.", n->text.p[i], 39) != NULL;
	if (!ok)
		return conf_refuse(l, n, "le nom d'un groupe est attendu, ou « non »");
	*ret = is_no(n) ? NULL : n->text.p;
	return true;
}

/* "127.0.0.1:9187", "[::1]:9187": a number and not a name, for what a name means may change. */
static bool is_loopback(struct str s)
{
	const bool six = str_starts(s, STR("[::1]:"));
	const struct str port = str_after_last(s, ':');
	const struct str host = str_part(s, 0, s.n - port.n - (port.n < s.n));
	char text[64];
	struct in_addr four;
	int64_t number;

	if (!str_int(port, &number) || number < 1 || number > 65535 || port.p[0] == '0' || host.n == 0 || host.n >= sizeof text)
		return false;
	memcpy(text, host.p, host.n);
	text[host.n] = '\0';
	return six ? str_eq(host, STR("[::1]")) : inet_pton(AF_INET, text, &four) == 1 && ntohl(four.s_addr) >> 24 == 127;
}

static bool read_loopback(const struct loader *l, const struct yaml_node *n, const char **ret)
{
	*ret = NULL;
	if (is_no(n))
		return true;
	if (n->kind != YAML_SCALAR || !is_loopback(n->text))
		return conf_refuse(l, n, "une adresse de bouclage et un port sont attendus (127.0.0.1:9187 ou \"[::1]:9187\"), ou « non » ; aucune autre adresse");
	*ret = n->text.p;
	return true;
}

bool conf_supervision(const struct loader *l, const struct conf_key *k, const struct yaml_node *n)
{
	void *field = (char *)l->to + k->offset;

	switch (k->type) {
	case CONF_SOCKET:
		return read_socket(l, n, field);
	case CONF_MODE:
		return read_mode(l, n, field);
	case CONF_GROUP:
		return read_group(l, n, field);
	default:
		return read_loopback(l, n, field);
	}
}
