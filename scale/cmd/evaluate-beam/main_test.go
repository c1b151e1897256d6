package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

var temporary string

// writesDay names the variable that lets this program write the measured day into a
// folder and do nothing else: what a process had in memory is taken for what the
// processes had that it starts.
const writesDay = "EVALUATE_BEAM_TEST_WRITES_DAY"

var measuredDay = sordump.Options{Seed: 1, Day: "2025-07-22", Archives: 10, Files: 2, Rows: 100_000}

// TestMain lets pipelines run on prism, in this process.
func TestMain(m *testing.M) {
	if folder := os.Getenv(writesDay); folder != "" {
		if _, err := measuredDay.WriteDay(folder); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	log.SetupLogging("warn", "text")
	folder, err := os.MkdirTemp("", "evaluate-beam-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	temporary = folder
	code := ptest.MainRet(m)
	os.RemoveAll(folder)
	os.Exit(code)
}

// command builds the command that does the same on one machine.
var command = sync.OnceValues(func() (string, error) {
	path := filepath.Join(temporary, "evaluate")
	build := exec.Command("go", "build", "-buildvcs=false", "-o", path, "./cmd/evaluate")
	build.Dir = filepath.Join("..", "..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

// evaluate runs the command, which ends with the given code.
func evaluate(t testing.TB, code int, args ...string) []byte {
	t.Helper()
	path, err := command()
	require.NoError(t, err)
	cmd := exec.Command(path, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		require.ErrorAs(t, err, new(*exec.ExitError))
	}
	require.Equal(t, code, cmd.ProcessState.ExitCode(), "%v: %s", args, stderr.String())
	return stdout.Bytes()
}

// day writes a generated day, with its digest, into a folder.
func day(t testing.TB, folder string, o sordump.Options) string {
	t.Helper()
	path, err := o.WriteDay(folder)
	require.NoError(t, err)
	return path
}

// ran runs a job and returns what it printed.
func ran(t testing.TB, j job) (string, error) {
	t.Helper()
	var stderr strings.Builder
	err := j.run(t.Context(), &stderr)
	return stderr.String(), err
}

func inputs(names ...string) list { return list{all: names} }

// tree returns the content of all files below a folder.
func tree(t testing.TB, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	if _, err := os.Stat(folder); err != nil {
		return all
	}
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		all[filepath.ToSlash(name)] = string(content)
		return err
	}))
	return all
}
