package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image/png"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

//go:generate go test -run TestPicture . -update

// The page that README.md shows is about few obligations, so that others can change
// without a new picture.
const photographed = "fixtures/cases/instagram-2023-06/facts.yaml --as-of 2023-09-01 --only 13,16,28,34,35 --output html"

// below is where the part of the page begins that is not in the picture, and that
// other work changes daily.
const below = `<section aria-labelledby="r1-breaches">`

// The policy of security holds digests of scripts and is not seen either.
var unseen = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

// TestPicture compares the upper part of the page of today with that of which README.md
// has pictures, light and dark, by the digest beside them. With -update Chromium takes new ones,
// unless the page is the same: no two versions of it draw letters alike.
func TestPicture(t *testing.T) {
	t.Chdir("../..")
	const dir, widest = "docs/images", 200 << 10
	page := printed(t, strings.Fields(photographed))
	upper, _, found := strings.Cut(page, below)
	require.True(t, found)
	sum := sha256.Sum256([]byte(unseen.ReplaceAllString(upper, "")))
	want := hex.EncodeToString(sum[:]) + "\n"
	file := filepath.Join(dir, "report.html.sha256")
	have, err := os.ReadFile(file)
	if *golden.Update && want != string(have) {
		require.NoError(t, os.MkdirAll(dir, 0o755))
		photograph(t, page, dir)
		require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
		return
	}
	require.NoError(t, err)
	require.Equal(t, want, string(have), "the pictures in %s show a page of the past; %s", dir, golden.Stale)
	for _, name := range []string{"report-light.png", "report-dark.png"} {
		content, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.Less(t, len(content), widest, name)
		_, err = png.DecodeConfig(bytes.NewReader(content))
		require.NoError(t, err, name)
	}
}

// photograph writes the upper part of a page as a reader sees it, in both colour
// schemes.
func photograph(t *testing.T, page, dir string) {
	t.Helper()
	program, err := exec.LookPath("chromium")
	require.NoError(t, err, "pictures need Chromium; on Debian: apt-get install chromium")
	file := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(file, []byte(page), 0o644))
	for scheme, number := range map[string]string{"dark": "0", "light": "1"} {
		picture, err := filepath.Abs(filepath.Join(dir, "report-"+scheme+".png"))
		require.NoError(t, err)
		out, err := exec.CommandContext(t.Context(), program, "--headless", "--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
			"--hide-scrollbars", "--user-data-dir="+t.TempDir(), "--blink-settings=preferredColorScheme="+number,
			"--window-size=1100,905", "--screenshot="+picture, (&url.URL{Scheme: "file", Path: file}).String()).CombinedOutput()
		require.NoError(t, err, string(out))
	}
}
