package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

// july writes three days of July of which the second but last is missing.
func july(t *testing.T) (folder string, days []string) {
	t.Helper()
	folder = t.TempDir()
	for _, d := range []string{"2025-07-01", "2025-07-02", "2025-07-04"} {
		days = append(days, day(t, folder, sordump.Options{Seed: 7, Day: d, Archives: 3, Files: 2, Rows: 200}))
	}
	return folder, days
}

// sorOf runs a job and returns what it left, printed and failed with.
func sorOf(t *testing.T, j sorJob) (left map[string]string, printed string, err error) {
	t.Helper()
	j.output = filepath.Join(t.TempDir(), "out")
	if j.failOn == "" {
		j.failOn = failOnDamage
	}
	j.sampleLevel = -1
	printed, err = ran(t, &j)
	return tree(t, j.output), printed, err
}

// TestMissingDays: a day of which there is no dump is listed, not taken for a quiet one.
func TestMissingDays(t *testing.T) {
	folder, _ := july(t)
	left, printed, err := sorOf(t, sorJob{inputs: inputs(folder)})
	require.NoError(t, err)
	require.Equal(t, "2025-07-03\n", left["missing_days.txt"])
	require.Contains(t, printed, "1 days are missing, the first of them 2025-07-03\n")
	require.Contains(t, printed, "pieces: 9\n")
	require.Contains(t, printed, "rows: 3600\n")
	require.Contains(t, printed, "3 files (3 checksums verified), 3600 rows, 0 rejected, 3600 statements counted")
	require.Contains(t, left["facts/tiktok.facts.yaml"], "# 1 days between the first and the last are missing")
	require.NotContains(t, left["facts/tiktok.facts.yaml"], "\n  sor_submitted_to_database_count: ")

	left, _, err = sorOf(t, sorJob{inputs: inputs(folder), from: "2025-06-30", to: "2025-07-05"})
	require.NoError(t, err)
	require.Equal(t, "2025-06-30\n2025-07-03\n2025-07-05\n", left["missing_days.txt"])
}

// TestDamagedArchive: the run fails and writes no counts or, if told so, counts all but
// the archive and says what is missing.
func TestDamagedArchive(t *testing.T) {
	folder, days := july(t)
	entry := damage(t, days[1], 1, false)
	left, printed, err := sorOf(t, sorJob{inputs: inputs(folder)})
	require.ErrorContains(t, err, "1 archives could not be read")
	require.NotContains(t, left, "counts.csv")
	require.NotContains(t, left, "facts/tiktok.facts.yaml")
	require.Len(t, left, 1)
	require.Contains(t, left["damaged.ndjson"], `"entry":"`+entry+`"`)
	require.Contains(t, left["damaged.ndjson"], `"dump":"`+days[1]+`"`)
	require.Equal(t, 1, strings.Count(left["damaged.ndjson"], "\n"))
	require.Contains(t, printed, "damaged or incomplete archive")

	left, printed, err = sorOf(t, sorJob{inputs: inputs(folder), failOn: failOnNever})
	require.NoError(t, err)
	require.Contains(t, printed, "1 archives could not be read, 3200 rows, 0 rejected, 3200 statements counted")
	require.Contains(t, left["damaged.ndjson"], entry)
	require.Contains(t, left["counts.csv"], ",total,archives_not_read,1\n")
	require.Contains(t, left["counts.partial"], `"unread":1`)
	require.Contains(t, left["facts/tiktok.facts.yaml"], "it may be higher: 1 archives could not be read")
	require.NotContains(t, left["facts/tiktok.facts.yaml"], "\n  sor_submitted_to_database_count: ")
}

// TestCutArchive: without its list of entries a dump is unreadable, and its day missing.
func TestCutArchive(t *testing.T) {
	folder, days := july(t)
	content, err := os.ReadFile(days[1])
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(days[1], content[:len(content)/2], 0o644))
	require.NoError(t, os.Remove(days[1]+".sha1"))
	left, _, err := sorOf(t, sorJob{inputs: inputs(folder)})
	require.ErrorContains(t, err, "1 archives could not be read")
	require.Contains(t, left["damaged.ndjson"], "not a complete ZIP file: truncated")
	left, _, err = sorOf(t, sorJob{inputs: inputs(folder), failOn: failOnNever})
	require.NoError(t, err)
	require.Equal(t, "2025-07-02\n2025-07-03\n", left["missing_days.txt"])
	require.Contains(t, left["counts.csv"], ",total,rows,2400\n")
}

// TestWrongChecksum: nothing of the dump is counted, readable or not.
func TestWrongChecksum(t *testing.T) {
	folder, days := july(t)
	damage(t, days[0], 2, true)
	sum, err := os.ReadFile(days[1] + ".sha1")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(days[1]+".sha1", append([]byte("0123"), sum[4:]...), 0o644))
	left, printed, err := sorOf(t, sorJob{inputs: inputs(folder)})
	require.ErrorContains(t, err, "2 archives could not be read")
	require.Equal(t, 2, strings.Count(left["damaged.ndjson"], "the checksum does not match"))
	require.Equal(t, 2, strings.Count(left["damaged.ndjson"], "\n"))
	require.Contains(t, printed, days[0]+": the checksum does not match: SHA-1 ")
	left, printed, err = sorOf(t, sorJob{inputs: inputs(folder), failOn: failOnNever})
	require.NoError(t, err)
	require.Contains(t, printed, "1 files (1 checksums verified), 1200 rows")
	require.Empty(t, left["missing_days.txt"])
}

// TestAllDamaged: nothing evaluated is no success.
func TestAllDamaged(t *testing.T) {
	folder := t.TempDir()
	path := day(t, folder, sordump.Options{Day: "2025-07-01", Archives: 1, Files: 1, Rows: 100})
	damage(t, path, 0, false)
	left, _, err := sorOf(t, sorJob{inputs: inputs(folder), failOn: failOnNever})
	require.ErrorContains(t, err, "no statement of reasons was found")
	require.NotContains(t, left, "counts.csv")
}

// TestMissingPart: a part that is not there is damage.
func TestMissingPart(t *testing.T) {
	folder := t.TempDir()
	for _, part := range []string{"00000", "00002"} {
		path := filepath.Join(folder, "sor-global-2025-07-01-full-"+part+".csv")
		file, err := os.Create(path)
		require.NoError(t, err)
		require.NoError(t, sordump.Options{Seed: 1, Day: "2025-07-01", Rows: 100}.WriteCSV(file, uint64(part[4])))
		require.NoError(t, file.Close())
	}
	left, _, err := sorOf(t, sorJob{inputs: inputs(folder)})
	require.ErrorContains(t, err, "1 archives could not be read")
	require.Contains(t, left["damaged.ndjson"], "part 00001 is missing")
	left, _, err = sorOf(t, sorJob{inputs: inputs(folder), failOn: failOnNever})
	require.NoError(t, err)
	require.Contains(t, left["counts.csv"], ",total,rows,200\n")
}

// TestRejects: rows that cannot be read are listed and fail the run only if asked to; a
// dump of nothing else is no dump.
func TestRejects(t *testing.T) {
	folder, days := july(t)
	spoil(t, days[2])
	left, _, err := sorOf(t, sorJob{inputs: inputs(folder)})
	require.NoError(t, err)
	require.Equal(t, 7, strings.Count(left["rejects.csv"], "\n"))
	require.Contains(t, left["rejects.csv"], days[2]+"/sor-global-2025-07-04-full-00001.csv.zip/")
	left, _, err = sorOf(t, sorJob{inputs: inputs(folder), failOn: failOnRejects})
	require.ErrorIs(t, err, errFailed)
	require.Contains(t, left, "counts.csv")

	rewrite(t, days[1], func(_, content string) string {
		header, _, _ := strings.Cut(content, "\n")
		return header + "\nnothing\n"
	})
	left, _, err = sorOf(t, sorJob{inputs: inputs(folder)})
	require.ErrorContains(t, err, "1 archives could not be read")
	require.Contains(t, left["damaged.ndjson"], "all 6 rows were rejected")
	left, _, err = sorOf(t, sorJob{inputs: inputs(folder), failOn: failOnNever})
	require.NoError(t, err)
	require.Contains(t, left["missing_days.txt"], "2025-07-02\n")
}

// TestWithoutRandomAccess: of a store that has none, dumps are copied, and counted like
// others.
func TestWithoutRandomAccess(t *testing.T) {
	folder, days := july(t)
	for _, path := range days {
		for _, name := range []string{path, path + ".sha1"} {
			content, err := os.ReadFile(name)
			require.NoError(t, err)
			memfs.Write("memfs://july/"+filepath.Base(name), content)
		}
	}
	want, _, err := sorOf(t, sorJob{inputs: inputs(folder)})
	require.NoError(t, err)
	have, printed, err := sorOf(t, sorJob{inputs: inputs("memfs://july/*.zip")})
	require.NoError(t, err)
	require.Equal(t, want, have)
	require.Contains(t, printed, "pieces: 3\n")
	require.Contains(t, printed, "(3 checksums verified)")
}
