package look

import (
	"html"
	"regexp"
	"strings"
)

var meta = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">`)

// Policy is the content security policy that a page states for itself, in the words of a
// header, where it can also keep the page out of frames. It is one that allows nothing
// where the page states none.
func Policy(page []byte) string {
	own := "default-src 'none'"
	if m := meta.FindSubmatch(page); m != nil {
		own = strings.TrimSuffix(html.UnescapeString(string(m[1])), ";")
	}
	return own + "; frame-ancestors 'none'"
}
