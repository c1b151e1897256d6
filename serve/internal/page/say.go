package page

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// language is the catalogue of the words of the page: another language is another map.
// Questions, titles and verdicts come from the schema, the policies, internal/words and
// internal/explained.
var language = english

// say is a text of the catalogue with values put into it.
func say(key string, values ...any) string {
	text, ok := language[key]
	if !ok {
		return "[" + key + "]" // a test looks for every key
	}
	if len(values) == 0 {
		return text
	}
	return fmt.Sprintf(text, values...)
}

// count is a text of the catalogue about a number: key.one or key.many.
func count(key string, n int) string {
	if n == 1 {
		return say(key + ".one")
	}
	return say(key+".many", words.Number(n))
}

// functions are those of the templates.
var functions = template.FuncMap{
	"say":     say,
	"capital": writing.Capital,
	"verdict": func(v report.Verdict) string { return words.Verdict(v) },
	"cite":    cite,
	"join":    func(list []string) string { return strings.Join(list, ", ") },
	"web": func(address string) bool {
		return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
	},
}

// cite names a provision and keeps "Art." and its number on one line.
func cite(article string) string {
	return strings.Replace(words.Cite(article), "Art. ", "Art.\u00a0", 1)
}

// sectionName is a section of the document as people read it.
func sectionName(section string) string {
	return writing.Capital(strings.ReplaceAll(section, "_", " "))
}
