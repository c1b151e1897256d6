// Package look is what the pages of reports and the page of the command serve have in
// common: colours and letters, the signs of the verdicts, and how text is shown that
// could deceive.
package look

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/internal/writing"
)

// CSS is the part of the style that all pages share; what a page adds comes after it.
//
//go:embed look.css
var CSS string

// Symbols is the template "symbols": the signs of the verdicts, for a page to use.
//
//go:embed symbols.tmpl
var Symbols string

// Visible shows as escapes what html/template lets through because it is no markup, but
// what a reader would not see: control characters, and the marks that turn the
// direction of text, with which a fact could read as another.
func Visible(s string) string {
	var b strings.Builder
	for _, r := range s {
		joiner := r == '\u200c' || r == '\u200d' // part of emoji and of some scripts
		if r != '\n' && r != '\t' && !joiner && writing.Hidden(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
