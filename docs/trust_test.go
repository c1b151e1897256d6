package docs_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	namedTest   = regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z0-9]+)`")
	linkedFile  = regexp.MustCompile(`\]\(([^)#]+)\)`)
	writtenTest = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)[A-Za-z0-9]+)\(`)
)

// TestPromisesAreTested: each promise of trust.md names at least one test or script, and
// all that it names is there: the test in the directory of a file that the same
// promise links to.
func TestPromisesAreTested(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("trust.md")
	require.NoError(t, err)
	promises := 0
	for line := range strings.Lines(string(content)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		last := cells[len(cells)-1]
		if !strings.HasPrefix(line, "|") || strings.HasPrefix(line, "|--") || strings.TrimSpace(last) == "Test" {
			continue
		}
		promises++
		known := map[string]bool{}
		links := linkedFile.FindAllStringSubmatch(last, -1)
		if !assert.NotEmpty(t, links, "no test: %s", line) {
			continue
		}
		for _, link := range links {
			if _, err := os.Stat(link[1]); !assert.NoError(t, err, line) {
				continue
			}
			for _, name := range testsIn(t, filepath.Dir(link[1])) {
				known[name] = true
			}
		}
		named := namedTest.FindAllStringSubmatch(last, -1)
		for _, test := range named {
			assert.True(t, known[test[1]], "%s is in no directory that the promise links to: %s", test[1], line)
		}
		runs := len(named) > 0 || strings.Contains(last, ".txtar") || strings.Contains(last, ".ci/run")
		assert.True(t, runs, "nothing that runs: %s", line)
	}
	require.Greater(t, promises, 20)
}

// testsIn names the tests of a directory.
func testsIn(t *testing.T, dir string) []string {
	t.Helper()
	files, err := fs.Glob(os.DirFS(dir), "*_test.go")
	require.NoError(t, err)
	var names []string
	for _, file := range files {
		content, err := os.ReadFile(filepath.Join(dir, file))
		require.NoError(t, err)
		for _, test := range writtenTest.FindAllStringSubmatch(string(content), -1) {
			names = append(names, test[1])
		}
	}
	return names
}
