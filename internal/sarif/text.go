package sarif

import (
	"regexp"
	"strings"
)

var placeholder = regexp.MustCompile(`\{(\d+)\}`)

// Plain keeps values from being read as links or placeholders, SARIF 2.1.0
// sections 3.11.5 and 3.11.6.
func Plain(s string) string {
	if strings.Contains(s, "](") {
		s = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(s)
	}
	return placeholder.ReplaceAllString(s, "{{$1}}")
}
