/* SPDX-License-Identifier: EUPL-1.2 */
/* Asked of the kernel by the calls themselves: a version number would not tell what was built in, nor what a unit or a
 * container around us refuses.
 */
#include "sandbox.h"

#include <linux/seccomp.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "landlock.h"

static bool has_seccomp(void)
{
	const unsigned action = SECCOMP_RET_ERRNO;

	return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0u, &action) == 0;
}

bool sandbox_check(enum conf_sandbox wanted, const char **ret_said, bool *ret_lacking, struct err *e)
{
	static char said[160];
	const int abi = landlock_abi();

	if (!has_seccomp())
		return err_set(e, ERR_STATE, "confinement : ce noyau, ou ce qui entoure le service, n'a pas seccomp ; sans lui aucun document n'est lu");
	if (abi == 0 && wanted == SANDBOX_STRICT)
		return err_set(e, ERR_STATE,
			       "confinement : ce noyau n'a pas Landlock (5.13 au moins), et « bac_a_sable: strict » le demande");
	if (abi > 0)
		(void)snprintf(said, sizeof said, "confinement : seccomp et Landlock (version %d)", abi);
	*ret_said = abi > 0 ? said
			    : "confinement : seccomp sans Landlock, que ce noyau n'a pas (5.13 au moins) ; les outils d'extraction "
			      "pourraient lire d'autres fichiers du service";
	*ret_lacking = abi == 0;
	return true;
}
