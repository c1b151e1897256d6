package serve_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image/png"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/internal/golden"
	"github.com/dsaeval/dsaeval/serve"
)

//go:generate go test -run TestPicture . -update

var (
	number = regexp.MustCompile(`[0-9]+`)
	digest = regexp.MustCompile(`[0-9a-f]{16,64}`)
)

// pictured is what the page in README.md is about: few obligations, so that others can
// change without a new picture.
const pictured = `assessment: {date: 2026-11-01}
service:
  name: Bazaar
  provider: Bazaar Trading Ltd
  categories: [hosting, online_platform]
  offers_services_in_eu: true
  offered_in_union_since: 2019-05-01
  enterprise_size: medium
  size_status_lost: false
  designation_status: none
reporting_pipeline:
  notice_mechanism_exists: true
  fault_keeps_notices_from_review: true
  fault_fixed: false
complaints:
  complaint_system_exists: true
advertising:
  presents_advertisements: true
minors:
  terms_allow_minors: true
`

// TestPicture compares the upper part of the page of today with that of which README.md
// has pictures, by the digest beside them. With -update Chromium takes new ones, unless
// the page is the same.
func TestPicture(t *testing.T) {
	eng, err := engine.New(t.Context(), engine.WithOnly("12", "13", "14", "15", "16", "17", "20", "24", "26", "27", "28"))
	require.NoError(t, err)
	c := serving(t, pictured, func(o *serve.Options) { o.Engine = eng })
	answered := c.post("/s/facts.yaml/answer", c.answering(report15, "no"))
	require.Equal(t, http.StatusOK, answered.status)
	upper, _, found := strings.Cut(answered.body, `<ol class="questions">`)
	require.True(t, found)
	style := c.get("/assets/page.css")
	require.Equal(t, http.StatusOK, style.status)
	// Counts change with every rule, digests with every line of the style: what is
	// compared is how the page is made.
	upper = number.ReplaceAllString(digest.ReplaceAllString(upper, ""), "0")
	sum := sha256.Sum256([]byte(upper + style.body))
	want := hex.EncodeToString(sum[:]) + "\n"
	const file = "../docs/images/page.html.sha256"
	have, err := os.ReadFile(file)
	if *golden.Update && want != string(have) {
		b := browse(t)
		b.size(1100, 905)
		for _, scheme := range []string{"light", "dark"} {
			b.dark(scheme == "dark")
			b.goTo(answered.url.String())
			b.until(`!document.querySelector("[data-later]")`)
			ctx, cancel := context.WithTimeout(b.ctx, waitFor)
			shot, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
			cancel()
			require.NoError(t, err)
			require.NoError(t, os.WriteFile("../docs/images/page-"+scheme+".png", shot, 0o644))
		}
		require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
		return
	}
	require.NoError(t, err)
	require.Equal(t, want, string(have), "the pictures in docs/images show a page of the past; %s", golden.Stale)
	for _, name := range []string{"page-light.png", "page-dark.png"} {
		content, err := os.ReadFile("../docs/images/" + name)
		require.NoError(t, err)
		require.Less(t, len(content), 200<<10, name)
		_, err = png.DecodeConfig(bytes.NewReader(content))
		require.NoError(t, err, name)
	}
}
