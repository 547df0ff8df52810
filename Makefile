# SPDX-License-Identifier: EUPL-1.2
# `make help` is the index. Everything that is built goes to $(B).
VERSION := 0.1.0
PREFIX  ?= /usr
SYSCONF ?= /etc/scrutateur
DATADIR ?= $(PREFIX)/share/scrutateur
UNITDIR ?= $(PREFIX)/lib/systemd/system
CC      ?= cc
SAN     ?=
B       ?= build$(if $(SAN),-san)
PYTHON  := /usr/bin/python3
ROOMS   := base intake text act rules pages alerts ledger service cli

PKGS    := libevent lua5.4 yaml-0.1 sqlite3 libsystemd libseccomp jansson expat nettle libutf8proc zlib
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wformat-security -Werror
INC     := $(ROOMS:%=-iquote daemon/%)
SANFLAGS := $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all -DSCRUTATEUR_SAN=1)
CPPFLAGS += -D_GNU_SOURCE -DSCRUTATEUR_VERSION='"$(VERSION)"' -DSCRUTATEUR_SYSCONF='"$(SYSCONF)"' -DSCRUTATEUR_DATADIR='"$(DATADIR)"' $(INC)
CFLAGS  ?= -O2 -g
# Symbols are found at the start, by the rule host, and not in each of the children it forks; and nothing that was found can be changed.
override LDFLAGS += -Wl,-z,relro,-z,now
BASEFLAGS = -std=c11 $(WARN) $(SANFLAGS) -fstack-protector-strong -ffile-prefix-map=$(CURDIR)=. $(PKG_CFLAGS)
# Asked once, and only when something is built: pkg-config itself may have to be installed first.
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
LIBS    = $(eval LIBS := $(shell pkg-config --libs $(PKGS)))$(LIBS)

SRC     := $(filter-out daemon/cli/main.c,$(wildcard $(ROOMS:%=daemon/%/*.c)))
OBJ      = $(SRC:%.c=$(B)/%.o)
# Archives from the last room to the first: a room sees only those before it.
reverse  = $(if $(1),$(call reverse,$(wordlist 2,$(words $(1)),$(1))) $(firstword $(1)))
ARCHIVES = $(patsubst %,$(B)/lib%.a,$(call reverse,$(ROOMS)))
UNIT    := $(wildcard tests/unit/*/test_*.c)
UNITBIN  = $(UNIT:tests/unit/%.c=$(B)/unit/%)

all: $(B)/scrutateur ## build the program (the default)

$(B)/scrutateur: $(B)/daemon/cli/main.o $(ARCHIVES)
	$(CC) $(CFLAGS) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

define room_archive
$(B)/lib$(1).a: $(patsubst %.c,$(B)/%.o,$(filter-out daemon/cli/main.c,$(wildcard daemon/$(1)/*.c)))
	@rm -f $$@
	ar rcs $$@ $$^
endef
$(foreach r,$(ROOMS),$(eval $(call room_archive,$(r))))

$(B)/%.o: %.c $(MAKEFILE_LIST)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(BASEFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# A unit test of room X links X and the rooms before it: tests/unit/X/test_module.c.
from = $(if $(filter $(1),$(firstword $(2))),$(2),$(call from,$(1),$(wordlist 2,$(words $(2)),$(2))))
define unit_binary
$(B)/unit/$(1): $(B)/tests/unit/$(1).o $(patsubst %,$(B)/lib%.a,$(call from,$(firstword $(subst /, ,$(1))),$(call reverse,$(ROOMS))))
	@mkdir -p $$(@D)
	$(CC) $(CFLAGS) $(SANFLAGS) $(LDFLAGS) -o $$@ $$^ -lcmocka $(LIBS)
endef
$(foreach u,$(UNIT:tests/unit/%.c=%),$(eval $(call unit_binary,$(u))))

SERVICELIBS = $(patsubst %,$(B)/lib%.a,$(call from,service,$(call reverse,$(ROOMS))))
BENCHBIN = $(B)/bench/reading $(B)/bench/judging $(B)/bench/floor
$(BENCHBIN): $(B)/bench/%: $(B)/tests/bench/%.o $(SERVICELIBS)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# A fuzz target is linked to replay.c with any compiler (`make check`), to libFuzzer with clang (`make fuzz`).
FUZZ     ?= text leaf read rule cote office yaml frame
T        ?= 60
FUZZ_MAX ?= 12000
FUZZDICT := $(B)/fuzz/words.dict
REPLAYS   = $(FUZZ:%=$(B)/fuzz/replay_%)

$(B)/fuzz/replay_%: $(B)/tests/fuzz/fuzz_%.o $(B)/tests/fuzz/replay.o $(SERVICELIBS)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/fuzz/fuzz_%: $(B)/tests/fuzz/fuzz_%.o $(SERVICELIBS)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(SANFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(LIBS)

$(FUZZDICT): tests/fuzz/dictionary.py conf/lexique.yaml
	@mkdir -p $(@D)
	@$(PYTHON) $^ > $@

# Kept: make would take them for steps on the way and remove them.
.SECONDARY: $(FUZZ:%=$(B)/tests/fuzz/fuzz_%.o) $(B)/tests/fuzz/replay.o
-include $(FUZZ:%=$(B)/tests/fuzz/fuzz_%.d) $(B)/tests/fuzz/replay.d
-include $(OBJ:.o=.d) $(B)/daemon/cli/main.d $(UNIT:%.c=$(B)/%.d) $(BENCHBIN:$(B)/bench/%=$(B)/tests/bench/%.d)

RUN    := SCRUTATEUR=$(abspath $(B))/scrutateur $(PYTHON)

BUILD_DEPS := pkg-config libevent-dev liblua5.4-dev libyaml-dev libsqlite3-dev libsystemd-dev libseccomp-dev libjansson-dev \
	libexpat1-dev nettle-dev libutf8proc-dev zlib1g-dev
# What draws text from PDF, old Word and ODT (conf/scrutateur.yaml); the program starts without, and says what it will refuse.
TOOL_DEPS  := poppler-utils catdoc odt2txt
TEST_DEPS  := $(BUILD_DEPS) $(TOOL_DEPS) pandoc tesseract-ocr tesseract-ocr-fra qpdf tidy bindfs libcmocka-dev python3 python3-jsonschema systemd procps mandoc
FUZZ_DEPS  := $(BUILD_DEPS) python3 clang libclang-rt-14-dev
DEMO_DEPS  := $(BUILD_DEPS) $(TOOL_DEPS) python3
# Installs what dpkg does not know as installed; needs root or sudo, and says so by failing.
define install_missing
@missing=$$(for p in $(1); do dpkg-query -W -f='$${db:Status-Status}\n' $$p 2>/dev/null | grep -qx installed || echo $$p; done); \
[ -z "$$missing" ] || { echo "installe : $$missing"; sudo=$$([ $$(id -u) -eq 0 ] || echo sudo); \
	$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; }
endef

demo: ## install what is missing, build, and watch the daemon judge sample acts
	$(call install_missing,$(DEMO_DEPS))
	@$(MAKE) -q --no-print-directory all 2>/dev/null || { echo "compilation…"; $(MAKE) -s --no-print-directory all; }
	@$(RUN) tests/demo.py

check: ## install what the tests need, build, run every test
	$(call install_missing,$(TEST_DEPS))
	@$(MAKE) --no-print-directory all units replays $(FAULTLIB)
	@$(RUN) tests/run.py $(UNITBIN)

units: $(UNITBIN)

check-crash: all ## KILLS=200 random kill -9 of supervisor, host, child and tool under load; then the audit (SEED, LANES, GAP_MS; about 1 min)
	@KILLS=$(or $(KILLS),200) $(if $(SEED),SEED=$(SEED)) $(RUN) tests/crash/check_crash.py

# Faults for the tests of durability, by LD_PRELOAD (tests/fault/fault.h).
FAULTLIB := $(B)/fault/preload.so
$(FAULTLIB): tests/fault/preload.c tests/fault/unsynced.c tests/fault/day.c tests/fault/fault.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -O1 -g $(WARN) -Wno-conversion -shared -fPIC -o $@ $(filter %.c,$^)

check-fault: all $(FAULTLIB) ## each call that changes something on disk fails, is cut short or is the last one; then the audit (about 5 min)
	@$(RUN) tests/fault/check_fault.py $(FAULTLIB) $(ONLY)

unit: units ## the cmocka tests alone (one binary per module)
	@for t in $(UNITBIN); do $$t || exit 1; done

replays: $(REPLAYS) $(FUZZDICT)

# What is found is written to build-fuzz/found; new inputs grow build-fuzz/corpus. FUZZ_SEEDS names more folders of texts.
fuzz: ## T seconds of libFuzzer for each target of $(FUZZ), under the sanitizers (clang is installed when missing)
	$(call install_missing,$(FUZZ_DEPS))
	@$(MAKE) --no-print-directory fuzz-run B=build-fuzz CC=clang WARN=-Wall SAN=address,undefined CFLAGS='-O1 -g -fsanitize=fuzzer-no-link'

FUZZ_SEEDS_rule := rules lua tests/fautes tests/bombes
FUZZ_SEEDS_yaml := conf conf/parametres conf/collectivites
FUZZ_SEEDS_frame := tests/fuzz/corpus/frame
FUZZ_SEEDS_cote := tests/fuzz/corpus/cote
FUZZ_SEEDS_office := tests/fuzz/corpus/office
fuzz-run: $(FUZZ:%=$(B)/fuzz/fuzz_%) $(FUZZDICT)
	@mkdir -p $(B)/found
	@$(foreach t,$(FUZZ),mkdir -p $(B)/corpus/$(t); echo "fuzz_$(t): $(T) s"; \
		$(B)/fuzz/fuzz_$(t) -max_total_time=$(T) -max_len=$(FUZZ_MAX) -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
		-dict=$(or $(wildcard tests/fuzz/$(t).dict),$(FUZZDICT)) $(if $(SEED),-seed=$(SEED)) -artifact_prefix=$(B)/found/$(t)- \
		$(B)/corpus/$(t) tests/fuzz/corpus/$(t) $(or $(FUZZ_SEEDS_$(t)),conf/exemples) $(FUZZ_SEEDS) || exit 1; )

layers banned headers sizes licence: ## one of the checks of the house (tests/checks/house.py)
	@$(PYTHON) tests/checks/house.py $@

golden-update: all ## record the golden readings and verdicts of the samples again; review the diff
	@$(RUN) tests/golden/golden.py update

reference: all ## write docs/reference-des-champs.md again from the tables of the program
	@$(B)/scrutateur documenter - > $(B)/reference.md && mv $(B)/reference.md docs/reference-des-champs.md

check-pages: all ## the pages of the rules in Chromium, wide and narrow, light and dark (about 1 min, not part of check)
	@$(RUN) tests/cli/pages_in_browser.py

# prometheus brings promtool; its service is of no use here, and starts nowhere without a systemd.
METRICS_DEPS := prometheus python3 python3-jsonschema
check-metrics: all ## /metrics read by promtool (installed when missing; not part of check)
	$(call install_missing,$(METRICS_DEPS))
	@$(RUN) tests/service/promtool.py

mutation: all ## flip each rule's comparison operators: its essais must fail (about 2 min on two cores, not part of check)
	@$(RUN) tests/regles/mutation.py

# The tree as git knows it (with what is not committed yet), built in $(B)/deb: a package is never built from a tree with leftovers.
DEB_DEPS := $(BUILD_DEPS) debhelper lintian
DEB_VERSION ?= $(VERSION)
deb: ## build the Debian package in build/deb/ and check it (debhelper and lintian are installed when missing)
	$(call install_missing,$(DEB_DEPS))
	@$(PYTHON) tests/support/deb.py $(abspath $(B))/deb $(DEB_VERSION)

# Two packages of one version, built in two places, must be the same bytes; a newer one serves the upgrade.
SERVICE_DEPS := $(DEB_DEPS) $(TOOL_DEPS) pandoc debootstrap systemd-container python3 python3-jsonschema
check-service: ## the package on a Debian 12 with a real systemd (root; about 6 min; debootstrap is cached; not part of check)
	@[ $$(id -u) -eq 0 ] || { echo "SKIPPED: check-service demande root (systemd-nspawn)"; exit 0; }; $(MAKE) --no-print-directory service-run

service-run:
	$(call install_missing,$(SERVICE_DEPS))
	@rm -rf $(B)/service; set -e; deb="$(PYTHON) tests/support/deb.py $(abspath $(B))/service"; \
	echo "construction de trois paquets…"; \
	first=$$($$deb/1 $(VERSION)); twin=$$(DEB_SOURCE=$(abspath $(B))/service/ailleurs/plus-loin $$deb/2 $(VERSION)); newer=$$($$deb/3 $(VERSION)+suite); \
	$(PYTHON) tests/service_system/check.py $$first $$newer $$twin

bench: all $(BENCHBIN) ## figures: reading and judging, documents per second, memory (docs/MESURES.md)
	@BENCH=$(abspath $(B))/bench $(RUN) tests/bench/bench.py

install: all ## install into $(DESTDIR)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(DATADIR)/lua $(DESTDIR)$(DATADIR)/exemples $(DESTDIR)$(DATADIR)/extraction \
		$(DESTDIR)$(SYSCONF)/regles $(DESTDIR)$(SYSCONF)/parametres \
		$(DESTDIR)$(SYSCONF)/collectivites $(DESTDIR)$(UNITDIR) $(DESTDIR)$(PREFIX)/lib/sysusers.d \
		$(DESTDIR)$(PREFIX)/lib/tmpfiles.d $(DESTDIR)$(PREFIX)/share/doc/scrutateur $(foreach n,1 5 7,$(DESTDIR)$(PREFIX)/share/man/man$n)
	install -m 755 $(B)/scrutateur $(DESTDIR)$(PREFIX)/bin/
	install -m 644 lua/*.lua $(DESTDIR)$(DATADIR)/lua/
	install -m 644 conf/extraction/*.lua $(DESTDIR)$(DATADIR)/extraction/
	install -m 644 conf/exemples/*.txt conf/exemples/*.cote? $(DESTDIR)$(DATADIR)/exemples/
	install -m 644 docs/*.schema.json $(DESTDIR)$(DATADIR)/
	@# What people edit is never overwritten: the new version is put beside it, and said.
	@for f in conf/scrutateur.yaml conf/lexique.yaml conf/reglages.yaml $(wildcard rules/*.lua conf/parametres/*.yaml conf/collectivites/*.yaml); do \
		to=$(DESTDIR)$(SYSCONF)/$$(echo $$f | sed 's,^conf/,,; s,^rules/,regles/,'); \
		[ ! -e $$to ] || cmp -s $$f $$to || { echo "gardé : $$to (nouvelle version : $$to.nouveau)"; to=$$to.nouveau; }; \
		install -m 644 $$f $$to || exit 1; done
	install -m 644 systemd/scrutateur.service $(DESTDIR)$(UNITDIR)/
	install -m 644 systemd/scrutateur.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/scrutateur.conf
	install -m 644 systemd/scrutateur.tmpfiles $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/scrutateur.conf
	install -m 644 man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 man/*.5 $(DESTDIR)$(PREFIX)/share/man/man5/
	install -m 644 man/*.7 $(DESTDIR)$(PREFIX)/share/man/man7/
	install -m 644 README.md LICENSE docs/*.md $(DESTDIR)$(PREFIX)/share/doc/scrutateur/

clean: ## remove what was built
	rm -rf build build-san build-fuzz

help: ## this list
	@awk -F':.*## ' '/^[a-z][a-z -]*:.*## / { printf "  make %-44s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo "  make SAN=address,undefined check                  the same tests under the sanitizers, in build-san/"

.PHONY: all demo check check-crash check-fault units unit replays fuzz fuzz-run layers banned headers sizes licence golden-update reference check-pages check-metrics mutation deb check-service service-run bench install clean help
