package docs_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	namedPath = regexp.MustCompile("(?:`|^ ?|[ ─►◄])((?:engine|internal|policies|records|cmd)/[a-z/]+|engine|schemas|fixtures|records|policies)\\b")
	quotation = regexp.MustCompile("(?ms)^<!-- from (\\S+) -->\n```\\w+\n(.*?)^```$")
)

// TestArchitecture shows that the packages of the picture are there, and that what
// the page quotes stands in the files that it names.
func TestArchitecture(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("architecture.md")
	require.NoError(t, err)
	page := string(content)
	named := namedPath.FindAllStringSubmatch(page, -1)
	require.Greater(t, len(named), 40)
	for _, match := range named {
		info, err := os.Stat(filepath.Join("..", match[1]))
		require.NoError(t, err, "the page names %s", match[1])
		require.True(t, info.IsDir(), match[1])
	}
	quotations := quotation.FindAllStringSubmatch(page, -1)
	require.Len(t, quotations, strings.Count(page, "<!-- from "))
	for _, q := range quotations {
		file, err := os.ReadFile(filepath.Join("..", q[1]))
		require.NoError(t, err)
		for line := range strings.Lines(q[2]) {
			require.Contains(t, string(file), strings.TrimSpace(line), q[1])
		}
	}
}

// TestEveryPackageHasItsPlace shows that the page leaves out no package of the
// engine.
func TestEveryPackageHasItsPlace(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("architecture.md")
	require.NoError(t, err)
	entries, err := os.ReadDir("../engine")
	require.NoError(t, err)
	for _, entry := range entries {
		if entry.IsDir() && entry.Name() != "testdata" {
			require.Contains(t, string(content), "`engine/"+entry.Name()+"`")
		}
	}
}
