package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

// equalsCommand runs the command and the job on the same inputs and compares all that
// they write.
func equalsCommand(t *testing.T, in []string, groupBy []string, filter ...string) {
	t.Helper()
	one, many := t.TempDir(), filepath.Join(t.TempDir(), "out")
	args := append([]string{"import", "sor"}, in...)
	args = append(append(args, "--group-by", strings.Join(groupBy, ",")), filter...)
	partial := one + "/counts.partial"
	evaluate(t, 0, append(args, "-o", "csv="+one+"/counts.csv", "--partial", partial, "--rejects", one+"/rejects.csv")...)
	evaluate(t, 0, "import", "sor", partial, "-o", "table="+one+"/table.txt")
	if slices.Contains(groupBy, "platform") {
		evaluate(t, 0, "import", "sor", partial, "-o", "facts="+one+"/facts/")
	}
	j := &sorJob{inputs: inputs(in...), output: many, groupBy: inputs(groupBy...), failOn: failOnDamage, sampleLevel: -1}
	for i := 0; i < len(filter); i += 2 {
		switch filter[i] {
		case "--platform":
			j.platforms = inputs(strings.Split(filter[i+1], ",")...)
		case "--from":
			j.from = filter[i+1]
		}
	}
	printed, err := ran(t, j)
	require.NoError(t, err, printed)
	want, have := tree(t, one), tree(t, many)
	require.Empty(t, have["damaged.ndjson"])
	require.Contains(t, have, "missing_days.txt")
	delete(have, "damaged.ndjson")
	delete(have, "missing_days.txt")
	if _, listed := have["rejects.csv"]; !listed {
		require.Equal(t, "file,row,offset,reason,text\n", want["rejects.csv"])
		delete(want, "rejects.csv")
	}
	for name, content := range want {
		require.True(t, content == have[name], "%s differs", name) // too long to be shown
		delete(have, name)
	}
	require.Empty(t, have)
	_, left := os.Stat(many + "/run-*")
	require.ErrorIs(t, left, os.ErrNotExist)
}

// TestSorEqualsCommand: two million rows in ten archives, whose duplicates can only be
// estimated, and a day with rejected rows.
func TestSorEqualsCommand(t *testing.T) {
	folder := t.TempDir()
	large := measuredDay
	if testing.Short() {
		large.Rows = 5_000
	}
	path := day(t, folder, large)
	equalsCommand(t, []string{path}, []string{"platform"})
}

// TestSorChoices: in each grouping, with a choice of rows, of several days of both
// schemas, with rejected rows, an archive of bare files and one CSV file.
func TestSorChoices(t *testing.T) {
	folder := t.TempDir()
	for _, o := range []sordump.Options{
		{Seed: 2, Day: "2025-06-30", Archives: 3, Files: 1, Rows: 400},
		{Seed: 3, Day: "2025-07-01", Archives: 2, Files: 2, Rows: 400},
		{Seed: 4, Day: "2025-07-03", Archives: 1, Files: 1, Rows: 900, Light: true},
	} {
		day(t, folder, o)
	}
	spoil(t, filepath.Join(folder, "sor-global-2025-07-01-full.zip"))
	flat(t, filepath.Join(folder, "sor-global-2025-07-04-full.zip"), sordump.Options{Seed: 5, Day: "2025-07-04", Rows: 300}, 3)
	csv, err := os.Create(filepath.Join(folder, "renamed.csv"))
	require.NoError(t, err)
	require.NoError(t, sordump.Options{Seed: 6, Day: "2025-07-05", Rows: 200}.WriteCSV(csv, 0))
	require.NoError(t, csv.Close())
	equalsCommand(t, []string{folder}, []string{"platform"})
	equalsCommand(t, []string{folder}, []string{"platform", "month"})
	equalsCommand(t, []string{folder}, []string{"none"})
	equalsCommand(t, []string{folder + "/*.zip"}, []string{"day"}, "--from", "2025-07-01")
	equalsCommand(t, []string{folder + "/*.csv", folder + "/*-03-*.zip"}, []string{"platform"}, "--platform", "TikTok,facebook")
}

// TestSorPartials: what the command counted elsewhere is added.
func TestSorPartials(t *testing.T) {
	folder := t.TempDir()
	first := day(t, folder, sordump.Options{Seed: 2, Day: "2025-07-01", Archives: 2, Files: 1, Rows: 300})
	second := day(t, folder, sordump.Options{Seed: 2, Day: "2025-07-02", Archives: 2, Files: 1, Rows: 300})
	partial := filepath.Join(folder, "first")
	evaluate(t, 0, "import", "sor", first, "--partial", partial)
	equalsCommand(t, []string{partial, second}, []string{"platform"})

	out := filepath.Join(t.TempDir(), "out")
	j := &sorJob{inputs: inputs(partial, first), output: out, failOn: failOnDamage}
	_, err := ran(t, j)
	require.ErrorContains(t, err, "statements would be counted twice")
	j = &sorJob{inputs: inputs(partial), output: filepath.Join(t.TempDir(), "out"), failOn: failOnDamage}
	_, err = ran(t, j)
	require.ErrorContains(t, err, "there are only partials")
}

// TestSorRefuses: what can be known to fail before hours of counting.
func TestSorRefuses(t *testing.T) {
	folder := t.TempDir()
	o := sordump.Options{Day: "2025-07-01", Archives: 1, Files: 1, Rows: 10}
	dump := day(t, folder, o)
	o.Light = true
	day(t, folder, o)
	full := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(full, "counts.csv"), nil, 0o644))
	out := filepath.Join(t.TempDir(), "out")
	for _, test := range []struct {
		job     sorJob
		message string
	}{
		{sorJob{output: out}, "nothing to count"},
		{sorJob{inputs: inputs(dump)}, "no place for the results"},
		{sorJob{inputs: inputs(dump), output: full}, "is not empty: "},
		{sorJob{inputs: inputs(dump), output: out, groupBy: inputs("week")}, `"week" is not something to group by`},
		{sorJob{inputs: inputs(dump), output: out, from: "July"}, `"July" is not a day`},
		{sorJob{inputs: inputs(dump), output: out, from: "2025-08-01"}, "none of a day and platform that is asked for"},
		{sorJob{inputs: inputs(dump), output: out, failOn: "always"}, `--fail-on is "always"`},
		{sorJob{inputs: inputs(dump, dump), output: out}, "is named twice"},
		{sorJob{inputs: inputs(folder), output: out}, "statements would be counted twice"},
		{sorJob{inputs: inputs(folder + "/*-09-*.zip"), output: out}, "no dump has such a name"},
		{sorJob{inputs: inputs(folder + "/nothing.zip"), output: out}, "no such file"},
		{sorJob{inputs: inputs("ftp://somewhere/day.zip"), output: out}, `file system scheme "ftp" not registered`},
		{sorJob{inputs: inputs(dump), output: out, sampleLevel: 41}, "--sample-level is 41"},
	} {
		if test.job.failOn == "" {
			test.job.failOn = failOnDamage
		}
		_, err := ran(t, &test.job)
		require.ErrorContains(t, err, test.message)
		require.NoFileExists(t, filepath.Join(out, "counts.csv"))
	}
}
