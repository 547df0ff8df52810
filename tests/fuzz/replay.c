/* SPDX-License-Identifier: EUPL-1.2 */
/* A fuzz target without a fuzzer: every file of the folders named, then texts made of their parts.
 *
 * usage: replay_<target> ROUNDS DICTIONARY FOLDER|FILE…
 * SEED=n makes the same texts again; it is printed. An input that aborts is named, a made one is written first, so that
 * it can be replayed and kept. Each input stands in memory of its own exact size.
 */
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "str.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

#define MADE_MAX ((size_t)6000)

struct input {
	char *p;
	size_t n;
};
static struct {
	struct input *at;
	size_t n;
} files, words;

static char current[600];
static struct input made;
static uint64_t seed = 88172645463325252U;

static uint32_t noise(size_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return below == 0 ? 0 : (uint32_t)((seed >> 32) % below);
}

static void say(const char *s)
{
	if (write(STDERR_FILENO, s, strlen(s)) < 0)
		return;
}

static void on_death(int sig)
{
	if (made.n > 0) {
		FILE *f = fopen(current, "w");
		if (f) {
			fwrite(made.p, 1, made.n, f);
			fclose(f);
		}
	}
	say("input: ");
	say(current);
	say("\n");
	signal(sig, SIG_DFL);
	raise(sig);
}

static void *must(void *p)
{
	if (!p)
		abort();
	return p;
}

static void run(const char *p, size_t n)
{
	char *exact = must(malloc(n > 0 ? n : 1));
	memcpy(exact, p, n);
	LLVMFuzzerTestOneInput((const uint8_t *)exact, n);
	free(exact);
}

static bool file_in(const char *path, struct input *ret)
{
	struct stat st;
	FILE *f = fopen(path, "r");
	if (!f || fstat(fileno(f), &st) != 0 || !S_ISREG(st.st_mode)) {
		if (f)
			fclose(f);
		return false;
	}
	ret->p = must(malloc((size_t)st.st_size + 1));
	ret->n = fread(ret->p, 1, (size_t)st.st_size, f);
	ret->p[ret->n] = '\0';
	fclose(f);
	return true;
}

static void replay_file(const char *path)
{
	struct input in;
	snprintf(current, sizeof current, "%s", path);
	if (!file_in(path, &in))
		return;
	run(in.p, in.n);
	files.at = must(realloc(files.at, (files.n + 1) * sizeof *files.at));
	files.at[files.n++] = in;
}

static int visible(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static void replay(const char *path)
{
	struct dirent **names;
	int n = scandir(path, &names, visible, alphasort);
	if (n < 0) {
		replay_file(path);
		return;
	}
	for (int i = 0; i < n; i++) {
		char in[512];
		snprintf(in, sizeof in, "%s/%s", path, names[i]->d_name);
		replay_file(in);
		free(names[i]);
	}
	free(names);
}

static char hex(char c)
{
	return (char)(c >= 'a' ? c - 'a' + 10 : c - '0');
}

/* libFuzzer's own format: one "word" a line, with \xNN, \\ and \". */
static void word_in(const char *p)
{
	char word[256];
	size_t n = 0;
	for (p++; *p != '\0' && *p != '"' && n < sizeof word; p++) {
		if (*p == '\\' && p[1] == 'x' && p[2] != '\0' && p[3] != '\0') {
			word[n++] = (char)(hex(p[2]) << 4 | hex(p[3]));
			p += 3;
		} else {
			p += *p == '\\';
			word[n++] = *p;
		}
	}
	words.at = must(realloc(words.at, (words.n + 1) * sizeof *words.at));
	words.at[words.n++] = (struct input){memcpy(must(malloc(n + 1)), word, n), n};
}

static void words_in(const char *path)
{
	char line[1024];
	FILE *f = must(fopen(path, "r"));
	while (fgets(line, sizeof line, f))
		if (line[0] == '"')
			word_in(line);
	fclose(f);
}

static void add(const char *p, size_t n)
{
	if (n > MADE_MAX - made.n)
		n = MADE_MAX - made.n;
	memcpy(made.p + made.n, p, n);
	made.n += n;
}

static void add_part(size_t longest)
{
	const struct input *in = &files.at[noise(files.n)];
	size_t from = noise(in->n), n = 1 + noise(longest);
	add(in->p + from, n < in->n - from ? n : in->n - from);
}

static void add_words(size_t count)
{
	while (count-- > 0) {
		const struct input *in = &words.at[noise(words.n)];
		add(in->p, in->n);
		add(noise(5) == 0 ? "\n" : noise(4) == 0 ? "" : " ", 1);
	}
}

static void add_noise(size_t count, unsigned low)
{
	while (count-- > 0) {
		char byte = (char)(low + noise(256 - low));
		add(&byte, 1);
	}
}

static void damage(unsigned times)
{
	static const char odd[] = "\n\f\r -/.,'0123456789LRDM()\xC3\xA9\xC3\x80\xC2\xB0\xE2\x82\xAC:;\xC2\xAD";
	while (times-- > 0 && made.n > 0)
		made.p[noise(made.n)] = odd[noise(sizeof odd - 1)];
}

static void lose_line_ends(void)
{
	for (size_t i = 0; i < made.n; i++)
		if (made.p[i] == '\n')
			made.p[i] = ' ';
}

static void make(int64_t round)
{
	made.n = 0;
	switch (round % 5) {
	case 0: add_part(MADE_MAX); damage(1 + noise(40)); break;
	case 1: add_words(1 + noise(150)); break;
	case 2: add_noise(noise(300), round % 2 ? 32 : 1); break;
	default:
		for (uint32_t k = 2 + noise(6); k > 0; k--) {
			add_part(noise(3) ? 800 : 80);
			add_words(noise(3));
		}
		damage(noise(6));
	}
	if (noise(4) == 0)
		lose_line_ends();
}

int main(int argc, char **argv)
{
	const struct str again = str_c(getenv("SEED"));
	int64_t rounds = 0, wanted = 0;
	if (argc < 4 || !str_int(str_c(argv[1]), &rounds))
		return fprintf(stderr, "usage: %s ROUNDS DICTIONARY FOLDER|FILE...\n", argv[0]), 2;
	signal(SIGABRT, on_death);
	signal(SIGSEGV, on_death);
	for (int i = 3; i < argc; i++)
		replay(argv[i]);
	if (files.n == 0)
		return fprintf(stderr, "no input\n"), 2;
	words_in(argv[2]);
	made.p = must(malloc(MADE_MAX));
	if (str_int(again, &wanted) && wanted > 0)
		seed = (uint64_t)wanted;
	printf("%s: %zu files, %lld made texts, SEED=%lld\n", argv[0], files.n, (long long)rounds, (long long)seed);
	fflush(stdout);
	snprintf(current, sizeof current, "%s.found", argv[0]);
	for (int64_t round = 0; round < rounds; round++) {
		make(round);
		run(made.p, made.n);
	}
	printf("[  PASSED  ] %lld tests\n", (long long)files.n + (long long)rounds);
	return 0;
}
