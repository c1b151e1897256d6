package layout_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	action = regexp.MustCompile(`(?m)^\s*(?:- )?uses: *(\S+)`)
	image  = regexp.MustCompile(`(?m)^(?:FROM|\s*(?:container|image):) *(\S+)`)
	commit = regexp.MustCompile(`@[0-9a-f]{40}$`)
	digest = regexp.MustCompile(`@sha256:[0-9a-f]{64}$`)
)

// TestPinned: what CI and the image are built with is named by its content, as a tag
// can be moved by whoever takes over an account.
func TestPinned(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	require.NoError(t, err)
	seen := 0
	for _, file := range append(files, "../../action.yml", "../../Dockerfile") {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, used := range action.FindAllStringSubmatch(string(content), -1) {
			seen++
			assert.Regexp(t, commit, used[1], "%s", file)
		}
		for _, used := range image.FindAllStringSubmatch(string(content), -1) {
			if used[1] == "scratch" { // nothing
				continue
			}
			seen++
			assert.Regexp(t, digest, used[1], "%s", file)
		}
	}
	require.GreaterOrEqual(t, seen, 4)
}
