package writing

import (
	"fmt"
	"regexp"
	"strings"
)

// MaxValue is how many characters of one name, value or reason Markdown shows.
const MaxValue = 400

var markdownEscapes = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;",
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "$", `\$`, "!", `\!`,
	// A comment breaks mentions and references, which would notify strangers.
	"@", "@<!-- -->", "#", `\#<!-- -->`,
	// And these would become links.
	"://", `:\//`, "www.", `www\.`,
)

// markdownBlockStart matches what would open a list, a rule or a heading at the
// beginning of a line.
var markdownBlockStart = regexp.MustCompile(`^(\d+)([.)])|^([-+=])`)

// MarkdownText writes text so that Markdown shows it as it is, on one line: no HTML,
// no links, no mentions, no cells of its own.
func MarkdownText(s string) string {
	s = markdownEscapes.Replace(strings.TrimSpace(OneLine(s)))
	return markdownBlockStart.ReplaceAllString(s, `$1\$2$3`)
}

// MarkdownCode writes text as code, outside of tables.
func MarkdownCode(s string) string {
	s = OneLine(Clip(s, MaxValue))
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || strings.TrimSpace(s) == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}

// MarkdownLink writes an address as a link if it is one that is safe to follow, and
// as text otherwise.
func MarkdownLink(address string) string {
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		return MarkdownText(address)
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
