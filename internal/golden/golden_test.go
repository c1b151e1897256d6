package golden_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

const shown = "made from: 2 of 194 obligations judged; policies 9140f93c59fe; policies of rules 0899f148f028; facts facts.yaml eef7a1a900f9"

// TestLasting: the digests of what is built in go, those of what a page itself shows stay.
func TestLasting(t *testing.T) {
	t.Parallel()
	require.Equal(t, "made from: 2 of 194 obligations judged; policies …; policies of rules 0899f148f028; facts facts.yaml eef7a1a900f9", golden.Lasting(shown))
}

// TestEqual: a page without digests is as it should be, also where the rules are others.
func TestEqual(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	page, report := filepath.Join(dir, "page.md"), filepath.Join(dir, "testdata", "report.txt")
	require.NoError(t, os.Mkdir(filepath.Dir(report), 0o755))
	require.NoError(t, os.WriteFile(page, []byte(golden.Lasting(shown)), 0o644))
	require.NoError(t, os.WriteFile(report, []byte(shown), 0o644))
	other := strings.NewReplacer("194", "195", "9140f93c59fe", "aaaaaaaaaaaa").Replace(shown)
	golden.Equal(t, page, other)
	golden.Equal(t, report, other)
}

func TestPart(t *testing.T) {
	t.Parallel()
	page := filepath.Join(t.TempDir(), "page.md")
	require.NoError(t, os.WriteFile(page, []byte("a\n<!-- x -->\n1\n<!-- end -->\nb\n"), 0o644))
	golden.Part(t, page, "<!-- x -->\n", "<!-- end -->", "1\n")
}

// TestPagesAgree: no page of the repository shows the digest of the rules of some day.
func TestPagesAgree(t *testing.T) {
	t.Parallel()
	pages, err := filepath.Glob("../../docs/*.md")
	require.NoError(t, err)
	require.NotEmpty(t, pages)
	for _, page := range append(pages, "../../README.md") {
		content, err := os.ReadFile(page)
		require.NoError(t, err)
		require.Equal(t, golden.Lasting(string(content)), string(content), "%s: %s", page, golden.Stale)
	}
}
