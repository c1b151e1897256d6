//go:build reproducible

package main

import (
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestBuildsAreEqual builds the program as the Dockerfile does, here and from a copy of
// the files in another directory with an empty cache: byte for byte the same, and
// without symbols. It takes minutes, so that it stands behind a tag, which .ci/run sets.
func TestBuildsAreEqual(t *testing.T) {
	dockerfile, err := os.ReadFile("../../Dockerfile")
	require.NoError(t, err)
	flags := regexp.MustCompile(`go build (-trimpath) -ldflags="([^"]+)"`).FindStringSubmatch(string(dockerfile))
	require.NotNil(t, flags, "the Dockerfile builds otherwise")
	build := func(dir string, env ...string) []byte {
		out := filepath.Join(t.TempDir(), "evaluate")
		// The commit is that of a checkout, which a copy is not.
		cmd := exec.Command("go", "build", flags[1], "-buildvcs=false", "-ldflags="+flags[2], "-o", out, "./cmd/evaluate")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), append(env, "CGO_ENABLED=0", "GOFLAGS=", "GOOS=linux")...)
		said, err := cmd.CombinedOutput()
		require.NoError(t, err, string(said))
		content, err := os.ReadFile(out)
		require.NoError(t, err)
		return content
	}
	here, err := filepath.Abs("../..")
	require.NoError(t, err)
	files, err := exec.Command("git", "-C", here, "ls-files", "-z").Output()
	require.NoError(t, err)
	elsewhere := filepath.Join(t.TempDir(), "of another name")
	for name := range strings.SplitSeq(strings.TrimSuffix(string(files), "\x00"), "\x00") {
		content, err := os.ReadFile(filepath.Join(here, name))
		if os.IsNotExist(err) {
			continue // taken away and not committed yet
		}
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(elsewhere, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(elsewhere, name), content, 0o644))
	}
	one := build(here)
	two := build(elsewhere, "GOCACHE="+t.TempDir(), "TZ=Asia/Tokyo", "HOME="+t.TempDir(), "GOMODCACHE="+modules(t))
	require.True(t, bytes.Equal(one, two), "%d and %d bytes", len(one), len(two))
	program, err := elf.NewFile(bytes.NewReader(one))
	require.NoError(t, err)
	for _, section := range program.Sections {
		require.NotContains(t, []string{".symtab", ".debug_info"}, section.Name)
	}
	require.NotContains(t, string(one), here, "no path of the machine")
}

func modules(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOMODCACHE").Output()
	require.NoError(t, err)
	return strings.TrimSpace(string(out))
}
