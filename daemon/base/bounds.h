/* SPDX-License-Identifier: EUPL-1.2 */
/* Every limit of the program, in one place. Each has a test on both sides. Bytes and milliseconds unless said. */
#ifndef SCRUTATEUR_BOUNDS_H
#define SCRUTATEUR_BOUNDS_H

#include <stddef.h>

#define KIB ((size_t)1024)
#define MIB (KIB * 1024)
#define LARGE_PAGE (2 * MIB) /* of this machine's memory, where the kernel gives such pages */

/* Files read by the operator's hand. */
#define LIMIT_YAML_BYTES (1 * MIB)
#define LIMIT_YAML_DEPTH 16
#define LIMIT_YAML_NODES 100000
#define LIMIT_RULE_BYTES (64 * KIB)
#define LIMIT_RULES 200
#define LIMIT_EXEMPTIONS 500
#define LIMIT_SAMPLE_BYTES (256 * KIB)

/* A received document (configurable downwards: `limites.octets`, `limites.texte`). 150 MB is the @CTES limit. */
#define LIMIT_DOCUMENT_BYTES (150 * MIB)
#define LIMIT_TEXT_BYTES (8 * MIB)
#define LIMIT_ACT_MEMORY (384 * MIB) /* LIMIT_TEXT_BYTES of tokens of one byte, each 32 bytes and a bit for each landmark */
#define LIMIT_SIDE_FILES 4       /* files that come with a document and tell about it (base/side.h) */
#define LIMIT_SIDE_BYTES (1 * MIB)   /* one of them; a larger one is kept and not read */
#define LIMIT_SIDE_DEPTH 256         /* elements or objects inside one another */
#define LIMIT_MEMBER_BYTES (32 * MIB) /* one part of a Word document, unpacked: XML is several times its text */
#define LIMIT_LIST_ITEMS 2000   /* names, proxies, references … of one list */
#define LIMIT_ACTES 500

/* An extraction tool (configurable: `extraction`, `ocr`). Memory is address space. */
#define LIMIT_PAGES 500
#define LIMIT_TOOL_MEMORY_MIB 2048
#define LIMIT_TOOL_CPU_S 600
#define LIMIT_TOOL_WALL_S 1200
#define LIMIT_OCR_S 7200             /* all pages of one scan */
#define LIMIT_TOOL_SILENCE_MS 5000   /* a document child whose tool is at work says so more often than this */
#define LIMIT_TOOL_FILES 64          /* open descriptors */
#define LIMIT_TOOL_SAID (4 * KIB)    /* of its standard error, the rest is dropped */
#define LIMIT_TOOL_WORDS 32          /* of a command line */
#define LIMIT_TOOL_COMMANDS 4        /* tried on one type */
#define LIMIT_PAGE_IMAGE (64 * MIB)  /* one page of a scan, drawn */
#define LIMIT_PAGE_TEXT (1 * MIB)    /* and recognised */

/* The document child. */
#define LIMIT_CHILD_CPU_S 4
#define LIMIT_CHILD_WALL_MS 3000 /* per rule or reading step: a sign of life restarts it */
#define LIMIT_CHILD_TOTAL_MS 20000
#define LIMIT_CHILD_ADDRESS (2 * LIMIT_ACT_MEMORY + 256 * MIB) /* two readings compared, the document and the program */
#define LIMIT_ATTEMPTS 3
#define LIMIT_DEATHS_ALONE 6 /* of the service in a row, or of rule hosts, with one document alone in flight: it is to blame */

/* One evaluation of one rule (RULE_API §8). */
#define LIMIT_LUA_MEMORY (8 * MIB)
#define LIMIT_LUA_INSTRUCTIONS 1000000
#define LIMIT_LUA_CPU_MS 500
#define LIMIT_LUA_INPUT (256 * KIB)  /* text a helper accepts */
#define LIMIT_LUA_NEEDLE 256
#define LIMIT_MESSAGE 300            /* code points of a verdict's message */
#define LIMIT_FINDINGS 200           /* anomalies of one evaluation, and of one document; of a document the errors as well */

/* Records and frames. */
#define LIMIT_RECORD_LINE (16 * KIB)
#define LIMIT_EVIDENCE 8
#define LIMIT_EXCERPT 240            /* code points */
#define LIMIT_FINDINGS_OPEN (5 * LIMIT_FINDINGS)   /* of one document, the non_verifiable: minutes of 50 actes with a torn list have 450 */
#define LIMIT_FINDINGS_QUIET (10 * LIMIT_FINDINGS) /* the conforme, and the sans_objet */
#define LIMIT_ANSWER_PARTS (30 * LIMIT_FINDINGS)   /* accepted from one child: more than an honest one says */
#define LIMIT_FRAME (16 * MIB)       /* a reading as JSON; other frames are far smaller */
#define LIMIT_HOST_MESSAGE 16384     /* one message between the supervisor and the rule host */
#define LIMIT_SYSLOG_LINE 1024

/* The service. */
#define LIMIT_LEDGER_WAIT_MS 5000    /* of a command, for another process that writes to the ledger */
#define LIMIT_LEDGER_PAUSE_MS 250    /* of the service, which has a loop to turn */
#define LIMIT_FACTS_UNTOLD 200      /* what the service says of itself while the ledger takes nothing */
#define LIMIT_HISTORY_ROWS 100000    /* of one answer of `historique` */
#define LIMIT_BACKLOG_MAX 1000000    /* `admission.attente`: documents in attente; above, the drop keeps its files */
#define LIMIT_SPACE_MIO 100000000    /* `admission.libre_mio`, `quarantaine_mio` */
#define LIMIT_STRIKES 3              /* documents on which a rule may run out of time before it is suspended */
#define LIMIT_SKIPS 32               /* rules left out for one document */
#define LIMIT_RETRY_AFTER 16         /* documents that may pass one that is tried again */
#define LIMIT_HOST_LOAD_MS 120000    /* rules, and all their essais */
#define LIMIT_RELOADS_AGAIN 5        /* loads in a row overtaken by a change of their files */
#define LIMIT_HOST_STARTS 4          /* hosts that may die in a row while the service starts */

/* Asking the service how it is (service/http.h). */
#define LIMIT_HTTP_CONNECTIONS 16
#define LIMIT_HTTP_HEADERS (4 * KIB)
#define LIMIT_HTTP_ANSWER (512 * KIB)
#define LIMIT_HTTP_IDLE_S 5          /* without a byte */
#define LIMIT_HTTP_TOTAL_MS 10000    /* of one connection */
#define LIMIT_SOCKET_PATH 107        /* bytes of a Unix socket's path */

/* Intake. */
#define LIMIT_IN_FLIGHT_MAX 64       /* `enfants` may not exceed it */
#define LIMIT_AHEAD 16               /* documents counted before there is a place for them; answers that are decided together */
#define LIMIT_TOLD_AHEAD 16          /* beside these, told to the rule host, which has no place for them yet */
#define LIMIT_NAME_SHOWN 120
#define LIMIT_CANDIDATES 200000      /* names of the drop under watch; others wait for room */
#define LIMIT_GROUP 64               /* arrivals that share their syncs and their transaction */
#define LIMIT_GROUP_WAITING 16       /* the same, while as many as LIMIT_GROUP documents wait */
#define LIMIT_GROUP_FILES 256        /* copies open at once */
#define LIMIT_GROUP_BYTES (32 * MIB) /* a group that has as much takes no more */
#define LIMIT_FOLDER_FILES 64        /* in a deposit made as a sub-directory, beside its end marker */
#define LIMIT_FOLDER_PATIENCE_MS 600000 /* a sub-directory without its end marker is told about after that */
#define LIMIT_PAIR_MS 60000          /* an act named as ACTES does waits that long for its message */
#define LIMIT_ORPHAN_MS 600000       /* a side file waits that long for its act before it is told about */
#define LIMIT_POLL_MS 10000          /* between two scans of a drop without events, at most */
#define LIMIT_SILENCE_MS 3600000     /* a name that stays in the drop is told about that often */

#endif
