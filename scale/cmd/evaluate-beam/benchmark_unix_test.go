//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkSor counts two million rows in ten archives with the command and with the
// pipeline on prism, each in a process of its own: how much time of a processor a row
// takes, and how much memory the process had at most.
//
//	go -C scale test ./cmd/evaluate-beam -run - -bench Sor -benchtime 3x
func BenchmarkSor(b *testing.B) {
	rows := float64(measuredDay.Archives * measuredDay.Files * measuredDay.Rows)
	folder := b.TempDir()
	write := exec.Command(os.Args[0])
	write.Env = append(os.Environ(), writesDay+"="+folder)
	written, err := write.CombinedOutput()
	require.NoError(b, err, "%s", written)
	path := filepath.Join(folder, measuredDay.Name())
	one, err := command()
	require.NoError(b, err)
	many := filepath.Join(b.TempDir(), "evaluate-beam")
	out, err := exec.Command("go", "build", "-o", many, ".").CombinedOutput()
	require.NoError(b, err, "%s", out)
	for _, program := range []struct {
		name string
		args func(folder string) []string
	}{
		{"command", func(folder string) []string {
			return []string{one, "import", "sor", path, "-o", "facts=" + folder + "/facts/", "--partial", folder + "/counts.partial"}
		}},
		{"pipeline", func(folder string) []string {
			return []string{many, "sor", "--input", path, "--output", filepath.Join(folder, "out")}
		}},
	} {
		b.Run(program.name, func(b *testing.B) {
			var spent, peak float64
			for b.Loop() {
				args := program.args(b.TempDir())
				cmd := exec.Command(args[0], args[1:]...)
				out, err := cmd.CombinedOutput()
				require.NoError(b, err, "%s", out)
				spent += float64((cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Nanoseconds())
				peak = max(peak, mebibytes(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss))
			}
			b.ReportMetric(spent/rows/float64(b.N), "cpu-ns/row")
			b.ReportMetric(peak, "peak-MiB")
			b.ReportMetric(0, "ns/op") // of a machine shared with others
		})
	}
}

// mebibytes converts the peak of a process, which Linux tells in KiB and macOS in bytes.
func mebibytes(peak int64) float64 {
	if runtime.GOOS == "darwin" {
		return float64(peak) / (1 << 20)
	}
	return float64(peak) / (1 << 10)
}
