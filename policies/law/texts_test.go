package law

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/policies"
)

var cited = regexp.MustCompile(`https://eur-lex\.europa\.eu/eli/[a-z_]+/\d+/\d+/oj`)

// TestTextsRead requires that the list names each act that a rule cites, and no
// other, so that the day up to which they were followed speaks of all of them.
func TestTextsRead(t *testing.T) {
	t.Parallel()
	have := TextsRead()
	_, err := time.Parse(time.DateOnly, have.FollowedUntil)
	require.NoError(t, err)

	listed := map[string]bool{}
	for _, text := range have.Texts {
		require.NotEmpty(t, text.Act)
		require.NotEmpty(t, text.Read, text.Act)
		require.False(t, listed[text.URL], "%s stands there twice", text.Act)
		listed[text.URL] = true
	}
	used := map[string]bool{}
	require.NoError(t, fs.WalkDir(policies.FS(), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".rego") {
			return err
		}
		content, err := fs.ReadFile(policies.FS(), path)
		for _, url := range cited.FindAllString(string(content), -1) {
			used[url] = true
		}
		return err
	}))
	require.Equal(t, used, listed)
}
