/* SPDX-License-Identifier: EUPL-1.2 */
/* Filling and showing error values. System errors are said in French here, by a short table, because legal staff read
 * them and the machine may have no French locale; a rare one is its number, which a search finds.
 */
#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "escape.h"

/* A cut in the middle of a code point would make the message invalid UTF-8. */
static void drop_half_code_point(char *s)
{
	size_t n = strlen(s), back = n;
	while (back > 0 && n - back < 3 && ((unsigned char)s[back - 1] & 0xc0) == 0x80)
		back--;
	if (back == 0)
		return;
	unsigned char lead = (unsigned char)s[back - 1];
	size_t want = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
	if (n - (back - 1) < want)
		s[back - 1] = '\0';
}

static void fill(struct err *e, enum err_code code, const char *fmt, va_list ap)
	__attribute__((format(printf, 3, 0)));

static void fill(struct err *e, enum err_code code, const char *fmt, va_list ap)
{
	*e = (struct err){ .code = code };
	vsnprintf(e->msg, sizeof e->msg, fmt, ap);
	drop_half_code_point(e->msg);
	escape_in_place(e->msg, sizeof e->msg);
}

bool err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	fill(e, code, fmt, ap);
	va_end(ap);
	return false;
}

/* Of a path too long the end says more than the beginning. */
static void set_file(struct err *e, const char *file)
{
	size_t n = strlen(file), room = sizeof e->file - 1;
	if (n <= room) {
		memcpy(e->file, file, n + 1);
	} else {
		const char *from = file + n - (room - strlen("…"));

		while (((unsigned char)*from & 0xc0) == 0x80)
			from++;
		snprintf(e->file, sizeof e->file, "…%s", from);
	}
	escape_in_place(e->file, sizeof e->file);
}

bool err_reword(struct err *e, const char *fmt, ...)
{
	const struct err before = *e;
	char words[sizeof e->msg];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(words, sizeof words, fmt, ap);
	va_end(ap);
	(void)err_set(e, before.code, "%s", words);
	e->sys = before.sys;
	return false;
}

bool err_at(struct err *e, enum err_code code, const char *file, unsigned line, unsigned col, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	fill(e, code, fmt, ap);
	va_end(ap);
	set_file(e, file ? file : "");
	e->line = line;
	e->col = col;
	return false;
}

bool err_in_file(struct err *e, const char *file)
{
	set_file(e, file);
	return false;
}

const char *err_words(int sys)
{
	static char rare[48];

	switch (sys) {
	case EACCES: return "accès refusé";
	case EPERM: return "opération non permise";
	case ENOENT: return "fichier ou répertoire inexistant";
	case ENOTDIR: return "ce n'est pas un répertoire";
	case EISDIR: return "c'est un répertoire";
	case EEXIST: return "le fichier existe déjà";
	case ELOOP: return "c'est un lien symbolique";
	case ENOSPC: return "plus de place sur le disque";
	case EDQUOT: return "quota d'espace disque atteint";
	case EROFS: return "système de fichiers en lecture seule";
	case EIO: return "erreur d'entrée-sortie";
	case ENOMEM: return "mémoire insuffisante";
	case EMFILE:
	case ENFILE: return "trop de fichiers ouverts";
	case EADDRINUSE: return "un autre programme l'occupe déjà";
	case EADDRNOTAVAIL: return "cette machine n'a pas cette adresse";
	case ECONNREFUSED: return "personne n'y répond";
	case EPIPE: return "le lecteur a fermé le tube";
	case ENAMETOOLONG: return "nom trop long";
	case ETXTBSY:
	case EBUSY: return "ressource occupée";
	case EXDEV: return "les deux répertoires ne sont pas sur le même système de fichiers";
	case EBADF: return "ce fichier n'est pas ouvert";
	case EINVAL: return "demande refusée par le système";
	case EOPNOTSUPP:
	case ENOSYS:
	case ENOTTY: return "le système ne sait pas le faire ici";
	case EFBIG:
	case EOVERFLOW: return "fichier trop grand";
	case ENOTEMPTY: return "le répertoire n'est pas vide";
	case EMLINK: return "trop de liens";
	case ESTALE: return "le partage ne connaît plus ce fichier";
	case EHOSTDOWN:
	case EHOSTUNREACH:
	case ENETUNREACH: return "le serveur du partage ne répond pas";
	case ETIMEDOUT: return "pas de réponse à temps";
	case ECONNRESET:
	case ECONNABORTED:
	case ENOTCONN: return "l'autre côté a coupé";
	case EAGAIN: return "ressource occupée pour l'instant, ou limite de processus atteinte";
	case EINTR: return "interrompu par un signal";
	case ESRCH: return "ce processus n'existe plus";
	case ECHILD: return "ce n'est pas un de ses processus";
	case ENXIO:
	case ENODEV: return "périphérique absent";
	case ESPIPE: return "on ne peut pas s'y déplacer";
	case EILSEQ: return "nom que ce système de fichiers ne sait pas écrire";
	case ENOEXEC: return "ce n'est pas un programme de cette machine";
	case E2BIG: return "trop d'arguments";
	case EFAULT: return "adresse mémoire invalide";
	case ENOTSOCK: return "ce n'est pas une socket";
	case EMSGSIZE: return "message trop long";
	case ENOBUFS: return "plus de mémoire pour les échanges";
	default:
		(void)snprintf(rare, sizeof rare, "erreur %d du système", sys);
		return rare;
	}
}

bool err_sys(struct err *e, const char *fmt, ...)
{
	int sys = errno;
	va_list ap;
	va_start(ap, fmt);
	fill(e, ERR_SYS, fmt, ap);
	va_end(ap);
	e->sys = sys;
	size_t n = strlen(e->msg);
	snprintf(e->msg + n, sizeof e->msg - n, " : %s", err_words(sys));
	drop_half_code_point(e->msg);
	return false;
}

const char *err_text(const struct err *e, char *out, size_t size)
{
	if (!e->file[0])
		snprintf(out, size, "%s", e->msg);
	else if (!e->line)
		snprintf(out, size, "%s: %s", e->file, e->msg);
	else if (!e->col)
		snprintf(out, size, "%s:%u: %s", e->file, e->line, e->msg);
	else
		snprintf(out, size, "%s:%u:%u: %s", e->file, e->line, e->col, e->msg);
	if (size)
		drop_half_code_point(out);
	return out;
}
