//go:build unix

package main

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

const sorHeader = "uuid,decision_visibility,decision_monetary,decision_provision,decision_account,account_type,decision_ground,incompatible_content_explanation,incompatible_content_illegal,category,category_addition,category_specification,content_type,content_date,territorial_scope,application_date,decision_facts,source_type,automated_detection,automated_decision,platform_name,created_at\n"

// sorRow is row i of a dump that differs as much as the arguments say.
func sorRow(i int, platform, created, posted, text string) string {
	return fmt.Sprintf("%08x-0000-4000-8000-%012x,,,,DECISION_ACCOUNT_SUSPENDED,,DECISION_GROUND_INCOMPATIBLE_CONTENT,%s,,STATEMENT_CATEGORY_VIOLENCE,,,\"[\"\"CONTENT_TYPE_TEXT\"\"]\",%s,,2025-06-30,x,SOURCE_VOLUNTARY,Yes,AUTOMATED_DECISION_FULLY,%s,%s\n",
		uint32(i)*2654435761, i, text, posted, platform, created)
}

// variedRow is row i of a dump in which each of 4096 groups gets most values of
// every column sooner or later.
func variedRow(i int, platform string) string {
	pick := func(list ...string) string { return list[i/4096%len(list)] }
	category := pick("VIOLENCE", "SELF_HARM", "PROTECTION_OF_MINORS", "SCAMS_AND_FRAUD", "ANIMAL_WELFARE", "CYBER_VIOLENCE", "OTHER_VIOLATION_TC")
	keywords := pick(`""KEYWORD_NUDITY"",""KEYWORD_PHISHING""`, `""KEYWORD_OTHER"",""KEYWORD_SUICIDE"",""KEYWORD_HATE_SPEECH""`, `""KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS"",""KEYWORD_DEFAMATION""`)
	states := pick(`""AT"",""BE"",""BG"",""CY"",""CZ""`, `""DE"",""DK"",""EE"",""ES"",""FI"",""FR""`, `""GR"",""HR"",""HU"",""IE"",""IT"",""LT""`, `""LU"",""LV"",""MT"",""NL"",""PL"",""PT"",""RO"",""SE"",""SI"",""SK""`)
	return fmt.Sprintf("%08x-0000-4000-8000-%012x,\"[\"\"DECISION_VISIBILITY_CONTENT_%s\"\"]\",DECISION_MONETARY_%s,DECISION_PROVISION_%s,DECISION_ACCOUNT_%s,ACCOUNT_TYPE_%s,DECISION_GROUND_%s,x,%s,STATEMENT_CATEGORY_%s,\"[\"\"STATEMENT_CATEGORY_%s\"\"]\",\"[%s]\",\"[\"\"CONTENT_TYPE_%s\"\"]\",%s,\"[%s]\",2025-06-30,x,SOURCE_%s,%s,AUTOMATED_DECISION_%s,%s,2025-07-01\n",
		uint32(i)*2654435761, i, pick("REMOVED", "DISABLED", "DEMOTED", "LABELLED"), pick("SUSPENSION", "TERMINATION", "OTHER"), pick("PARTIAL_SUSPENSION", "TOTAL_SUSPENSION", "PARTIAL_TERMINATION"),
		pick("SUSPENDED", "TERMINATED"), pick("BUSINESS", "PRIVATE"), pick("ILLEGAL_CONTENT", "INCOMPATIBLE_CONTENT"), pick("Yes", "No"), category, category, keywords,
		pick("TEXT", "IMAGE", "VIDEO", "AUDIO", "APP"), time.Date(2025, 5, -i/4096*37, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), states,
		pick("VOLUNTARY", "ARTICLE_16", "TRUSTED_FLAGGER"), pick("Yes", "No"), pick("FULLY", "PARTIALLY", "NOT_AUTOMATED"), platform)
}

// writeFile writes a file as it comes: what this process uses at most is the least
// that the system says of its children.
func writeFile(t *testing.T, path string, write func(io.Writer) error) {
	t.Helper()
	file, err := os.Create(path)
	require.NoError(t, err)
	require.NoError(t, write(file))
	require.NoError(t, file.Close())
}

// manyFiles writes an archive of archives of 20 000 files with a row each.
func manyFiles(archives int) func(io.Writer) error {
	return func(w io.Writer) error {
		outer := zip.NewWriter(w)
		for i := range archives {
			entry, err := outer.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%d.csv.zip", i), Method: zip.Store})
			if err != nil {
				return err
			}
			inner := zip.NewWriter(entry)
			for j := range 20_000 {
				file, err := inner.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%d.csv", j), Method: zip.Store})
				if err != nil {
					return err
				}
				if _, err := io.WriteString(file, sorHeader+sorRow(i<<20+j, "X", "2025-07-01", "2025-06-01", "x")); err != nil {
					return err
				}
			}
			if err := inner.Close(); err != nil {
				return err
			}
		}
		return outer.Close()
	}
}

// TestMemoryIsBounded measures what the operating system says that the command
// used at most, whatever comes.
func TestMemoryIsBounded(t *testing.T) {
	if !*whole {
		t.Skip("writes some hundred megabytes into a pipe; -whole does, as CI runs it")
	}
	const limit = 256 << 20
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	long := `"` + strings.Repeat("long ", 20_000) + `"`
	day := func(i int) string {
		return time.Date(2025, 1, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	}
	writeFile(t, in("wide.zip"), sordump.Options{Seed: 7, Day: "2025-07-01", Archives: 4, Files: 16, Rows: 6000}.WriteZIP)
	writeFile(t, in("many.zip"), manyFiles(2))
	writeFile(t, in("more.zip"), manyFiles(3))
	for _, test := range []struct {
		note string
		rows int // on standard input
		row  func(i int) string
		args []string
		fail bool
	}{
		{"one platform, 200 000 rows", 200_000, func(i int) string { return sorRow(i, "X", "2025-07-01", "2025-06-01", "x") }, []string{"-"}, false},
		{"one platform, 1 200 000 rows", 1_200_000, func(i int) string { return sorRow(i, "X", "2025-07-01", "2025-06-01", "x") }, []string{"-"}, false},
		{"100 platforms on 150 days, every delay", 400_000, func(i int) string {
			return sorRow(i, fmt.Sprint("P", i%100), day(i/100%150), day(-(i/7)%9000), "x")
		}, []string{"-", "--group-by", "platform,day", "-o", "csv"}, true},
		{"as many delays as fit", 1_000_000, func(i int) string {
			return sorRow(i, fmt.Sprint("P", i%47), day(i/47%2), day(-(i/47*7919)%9400), "x")
		}, []string{"-", "--partial", in("delays.partial"), "-o", "csv=" + in("delays.csv")}, false},
		{"a partial of as many delays as fit", 0, nil, []string{in("delays.partial"), "-o", "facts=" + in("delays") + "/"}, false},
		{"as many groups as fit", 250_000, func(i int) string { return variedRow(i, fmt.Sprint("P", i%4096)) }, []string{
			"-", "--partial", in("groups.partial"), "-o", "csv=" + in("groups.csv"),
		}, false},
		{"a partial of as many groups as fit", 0, nil, []string{in("groups.partial"), "-o", "csv=" + in("groups.csv"), "--partial", in("again.partial")}, false},
		{"facts of as many groups as fit", 0, nil, []string{in("groups.partial"), "-o", "facts=" + in("groups") + "/"}, false},
		{"a platform for each row", 100_000, func(i int) string { return sorRow(i, fmt.Sprint("P", i), "2025-07-01", "2025-06-01", "x") }, []string{"-"}, true},
		{"long names of platforms", 40_000, func(i int) string {
			return sorRow(i, strings.Repeat("P", 1900)+fmt.Sprint(i), "2025-07-01", "2025-06-01", "x")
		}, []string{"-", "--group-by", "none"}, false},
		{"texts of 100 kB", 2000, func(i int) string { return sorRow(i, "X", "2025-07-01", "2025-06-01", long) }, []string{"-"}, false},
		{"a quote that is never closed", 300_000, func(int) string { return "\"no row\n" }, []string{"-", "--rejects", in("rejects.csv")}, true},
		{"every row is rejected", 1_000_000, func(i int) string { return fmt.Sprintf("%08x-0000-4000-8000-%012x,zzz\n", i, i) }, []string{"-", "--rejects", in("rejects.csv")}, true},
		{"many jobs", 0, nil, []string{in("wide.zip"), "--jobs", "64"}, false},
		{"many processors", 0, nil, []string{in("wide.zip"), "--group-by", "platform,day"}, false},
		{"many files in many archives", 0, nil, []string{in("many.zip")}, false},
		{"too many files in many archives", 0, nil, []string{in("more.zip")}, true},
	} {
		begun := time.Now()
		cmd := exec.Command("evaluate", append([]string{"import", "sor"}, test.args...)...)
		// Nothing from outside may help to keep to the limit.
		cmd.Env = append(os.Environ(), "GOMEMLIMIT=off", "GOGC=100", "GOMAXPROCS=16")
		var stderr strings.Builder
		cmd.Stderr = &stderr
		in, err := cmd.StdinPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		go func() {
			defer in.Close()
			var b strings.Builder
			b.WriteString(sorHeader)
			for i := range test.rows {
				b.WriteString(test.row(i))
				if b.Len() > 1<<16 {
					if _, err := io.WriteString(in, b.String()); err != nil {
						return
					}
					b.Reset()
				}
			}
			_, _ = io.WriteString(in, b.String())
		}()
		err = cmd.Wait()
		require.Equal(t, test.fail, err != nil, "%s: %v: %s", test.note, err, stderr.String())
		used := int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
		if runtime.GOOS != "darwin" {
			used <<= 10 // elsewhere in KiB
		}
		message, _, _ := strings.Cut(stderr.String(), "\n")
		t.Logf("%s: %d MiB, %s %s", test.note, used>>20, time.Since(begun).Round(time.Millisecond), message)
		assert.Less(t, used, int64(limit), test.note)
	}
}

// TestInterruptLeavesNothing: not even while it waits for input.
func TestInterruptLeavesNothing(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	cmd := exec.Command("evaluate", "import", "sor", "-", "-o", "facts=facts.yaml", "--rejects", "rejects.csv", "--partial", "x.partial")
	cmd.Dir = folder
	var stderr strings.Builder
	cmd.Stderr = &stderr
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	_, err = io.WriteString(in, sorHeader+sorRow(1, "X", "2025-07-01", "2025-06-01", "x"))
	require.NoError(t, err)
	require.Eventually(t, func() bool { // until it is at work
		entries, err := os.ReadDir(folder)
		return err == nil && len(entries) > 0
	}, 20*time.Second, 10*time.Millisecond)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	require.Error(t, cmd.Wait())
	require.Equal(t, exitUsage, cmd.ProcessState.ExitCode())
	require.Contains(t, stderr.String(), "interrupted; nothing was reported")
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Empty(t, entries)
}

// TestPipesAreNotWaitedFor: nobody may ever write into a named pipe.
func TestPipesAreNotWaitedFor(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{"pipe", "pipe.partial", "day.csv.sha1"} {
		require.NoError(t, syscall.Mkfifo(filepath.Join(folder, name), 0o600))
	}
	require.NoError(t, os.WriteFile(filepath.Join(folder, "day.csv"), []byte(sorHeader), 0o600))
	for argument, message := range map[string]string{
		"pipe":         "pipe: not a regular file\n    hint: give - as its name, and < pipe",
		"pipe.partial": "pipe.partial: not a regular file",
		"day.csv":      "day.csv.sha1: not a regular file",
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		cmd := exec.CommandContext(ctx, "evaluate", "import", "sor", argument)
		cmd.Dir = folder
		out, err := cmd.CombinedOutput()
		cancel()
		require.Error(t, err)
		require.Contains(t, string(out), message)
	}
}
