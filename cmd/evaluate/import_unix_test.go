//go:build unix

package main

import (
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

	"github.com/stretchr/testify/require"
)

const sorHeader = "uuid,decision_visibility,decision_monetary,decision_provision,decision_account,account_type,decision_ground,incompatible_content_explanation,incompatible_content_illegal,category,category_addition,category_specification,content_type,content_date,territorial_scope,application_date,decision_facts,source_type,automated_detection,automated_decision,platform_name,created_at\n"

// sorRow is row i of a dump that differs as much as the arguments say.
func sorRow(i int, platform, created, posted, text string) string {
	return fmt.Sprintf("%08x-0000-4000-8000-%012x,,,,DECISION_ACCOUNT_SUSPENDED,,DECISION_GROUND_INCOMPATIBLE_CONTENT,%s,,STATEMENT_CATEGORY_VIOLENCE,,,\"[\"\"CONTENT_TYPE_TEXT\"\"]\",%s,,2025-06-30,x,SOURCE_VOLUNTARY,Yes,AUTOMATED_DECISION_FULLY,%s,%s\n",
		uint32(i)*2654435761, i, text, posted, platform, created)
}

// TestMemoryIsBounded measures what the operating system says that the command
// used at most, whatever comes.
func TestMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("writes some hundred megabytes into a pipe")
	}
	const limit = 256 << 20
	long := `"` + strings.Repeat("long ", 20_000) + `"`
	day := func(i int) string {
		return time.Date(2025, 1, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	}
	for _, test := range []struct {
		note string
		rows int
		row  func(i int) string
		args []string
		fail bool
	}{
		{"one platform, 200 000 rows", 200_000, func(i int) string { return sorRow(i, "X", "2025-07-01", "2025-06-01", "x") }, nil, false},
		{"one platform, 1 200 000 rows", 1_200_000, func(i int) string { return sorRow(i, "X", "2025-07-01", "2025-06-01", "x") }, nil, false},
		{"100 platforms on 150 days, every delay", 400_000, func(i int) string {
			return sorRow(i, fmt.Sprint("P", i%100), day(i/100%150), day(-(i/7)%9000), "x")
		}, []string{"--group-by", "platform,day", "--format", "csv"}, true},
		{"as many groups and delays as fit", 40_000, func(i int) string {
			return sorRow(i, fmt.Sprint("P", i%100), day(i/100%40), day(-(i*7919)%9000), "x")
		}, []string{"--group-by", "platform,day", "--partial", filepath.Join(t.TempDir(), "x.partial")}, false},
		{"a platform for each row", 100_000, func(i int) string { return sorRow(i, fmt.Sprint("P", i), "2025-07-01", "2025-06-01", "x") }, nil, true},
		{"texts of 100 kB", 2000, func(i int) string { return sorRow(i, "X", "2025-07-01", "2025-06-01", long) }, nil, false},
		{"every row is rejected", 300_000, func(int) string { return "\"no row\n" }, []string{"--rejects", filepath.Join(t.TempDir(), "rejects.csv")}, true},
	} {
		cmd := exec.Command("evaluate", append([]string{"import", "sor", "-"}, test.args...)...)
		// Nothing from outside may help to keep to the limit.
		cmd.Env = append(os.Environ(), "GOMEMLIMIT=off", "GOGC=100")
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
		require.Equal(t, test.fail, err != nil, "%s: %v", test.note, err)
		used := int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
		if runtime.GOOS != "darwin" {
			used <<= 10 // elsewhere in KiB
		}
		t.Logf("%s: %d MiB", test.note, used>>20)
		require.Less(t, used, int64(limit), test.note)
	}
}

// TestInterruptLeavesNothing: not even while it waits for input.
func TestInterruptLeavesNothing(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	cmd := exec.Command("evaluate", "import", "sor", "-", "-o", "facts.yaml", "--rejects", "rejects.csv", "--partial", "x.partial")
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
