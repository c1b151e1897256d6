package lint

import (
	"fmt"
	"strings"
	"unicode"
)

// maxPlaces is how many further places words name; [Finding.Also] has them all.
const maxPlaces = 12

// Fold joins findings of one rule about one table that say the same about many
// places: 209 rows that repeat others are one mistake of whoever made the table.
// The first place stays that of the finding, in the order given.
func Fold(findings []Finding) []Finding {
	type same struct {
		file, sheet, rule, basis, says string
		severity                       Severity
	}
	first := map[same]int{}
	var folded []Finding
	for _, f := range findings {
		k := same{f.Ref.File, f.Ref.Sheet, f.Rule, f.Basis, Says(f.Rule, f.Message), f.Severity}
		if i, ok := first[k]; ok {
			folded[i].Also = append(folded[i].Also, f.Ref)
			continue
		}
		first[k] = len(folded)
		folded = append(folded, f)
	}
	return folded
}

// Says is what two messages of a rule have in common if they say the same: that
// row 12 repeats row 3 and row 13 repeats row 4 is one thing.
func Says(rule, message string) string {
	if rule != "repeated-row" {
		return message
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return -1
		}
		return c
	}, message)
}

// AlsoAt names further places in words that follow a message, "" if there are none.
func AlsoAt(places []Ref) string {
	var names []string
	for _, at := range places {
		if cell := at.Cell(); cell != "" {
			names = append(names, cell)
		}
	}
	switch {
	case len(names) == 0:
		return ""
	case len(names) > maxPlaces:
		return fmt.Sprintf("; also %s and %d more", strings.Join(names[:maxPlaces], ", "), len(names)-maxPlaces)
	}
	return "; also " + strings.Join(names, ", ")
}
