package transparency

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// names are codes by the labels that stand for them, in all official languages.
type names map[string]string

// add takes a name for a code, unless it is one for another already: that decides
// nothing.
func (n names) add(name, code string) {
	if name = label(name); name == "" {
		return
	}
	if other, known := n[name]; known && other != code {
		code = ""
	}
	n[name] = code
}

// stateNames are the names of the Member States, and of the places that are none and
// that reports have; with three letters, as ISO 3166 has codes too.
var stateNames = sync.OnceValue(func() names {
	all := names{}
	for _, name := range []struct{ text, code string }{
		{"czech republic", "CZ"},
		{"the netherlands", "NL"},
		{"holland", "NL"},
		{"republic of ireland", "IE"},
		{"slovak republic", "SK"},
		{"great britain", "GB"},
		{"the united kingdom", "GB"},
	} {
		all.add(name.text, name.code)
	}
	for _, code := range append(append([]string{}, memberStates...), elsewhere...) {
		if code == "UK" {
			continue // which is GB
		}
		region := language.MustParseRegion(code)
		all.add(region.ISO3(), code)
		for _, in := range officialLanguages {
			all.add(display.Regions(language.Make(in)).Name(region), code)
		}
	}
	return all
})

// languageNames are the names of the official languages.
var languageNames = sync.OnceValue(func() names {
	all := names{}
	all.add("slovene", "sl")
	for _, code := range officialLanguages {
		for _, in := range officialLanguages {
			all.add(display.Languages(language.Make(in)).Name(language.Make(code)), code)
		}
	}
	return all
})

// twice is a name and a code beside each other: "Germany (DE)", "DE - Germany".
var twice = lazy.NewRegexp(`^(.+?)\s*[(\[/,:–—-]\s*(.+?)\s*[)\]]?$`)

// both reads what one of two words beside each other means, if the other means the
// same.
func both(text string, meaning func(string) string) string {
	if m := twice.FindStringSubmatch(text); m != nil {
		if a, b := meaning(m[1]), meaning(m[2]); a == b {
			return a
		}
	}
	return ""
}

// stateOf returns the code of a State by its code or name, "" if it is none.
func stateOf(text string) string {
	switch code := strings.ToUpper(text); {
	case code == "EL":
		return "GR"
	case code == "UK":
		return "GB"
	case isPlace(code):
		return code
	}
	return stateNames()[label(text)]
}

// spokenLanguage returns the code of an official language by its code or name, "" if
// it is none.
func spokenLanguage(text string) string {
	for _, code := range officialLanguages {
		if text == code {
			return code
		}
	}
	return languageNames()[label(text)]
}
