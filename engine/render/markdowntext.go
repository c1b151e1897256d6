package render

import (
	"fmt"
	"regexp"
	"strings"
)

// maxValue is how many characters of one name, value or reason Markdown shows.
const maxValue = 400

var mdEscapes = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;",
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "$", `\$`, "!", `\!`,
	// A comment breaks mentions and references, which would notify strangers.
	"@", "@<!-- -->", "#", `\#<!-- -->`,
	// And these would become links.
	"://", `:\//`, "www.", `www\.`,
)

// mdBlockStart matches what would open a list, a rule or a heading at the
// beginning of a line.
var mdBlockStart = regexp.MustCompile(`^(\d+)([.)])|^([-+=])`)

// mdText writes text so that Markdown shows it as it is, on one line: no HTML,
// no links, no mentions, no cells of its own.
func mdText(s string) string {
	s = mdEscapes.Replace(strings.TrimSpace(oneLine(s)))
	return mdBlockStart.ReplaceAllString(s, `$1\$2$3`)
}

// mdCode writes text as code, outside of tables.
func mdCode(s string) string {
	s = oneLine(clip(s, maxValue))
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || strings.TrimSpace(s) == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}

// mdLink writes an address as a link if it is one that is safe to follow, and
// as text otherwise.
func mdLink(address string) string {
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		return mdText(address)
	}
	var b strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte("<>\\`|\"", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return "<" + b.String() + ">"
}
