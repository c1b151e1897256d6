package transparency

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// partNames are words by which the parts of the template are known in file
// names, besides the titles of the official workbooks.
var partNames = map[int][]string{
	1:  {"report_identification", "summary", "identification"},
	2:  {"categories_names", "category_names", "categories"},
	3:  {"member_states_orders", "member_states_order", "orders"},
	4:  {"notices"},
	5:  {"own_initiative_illegal"},
	6:  {"own_initiative_tc"},
	7:  {"appeals_and_recidivism", "appeals"},
	8:  {"automated_means"},
	9:  {"human_resources"},
	10: {"amar"},
	11: {"qualitative"},
}

var (
	numbered  = lazy.NewRegexp(`(?:^|[^0-9])0?(1[01]|[1-9])[_. -]+([^0-9_. -].*)$`)
	notWord   = lazy.NewRegexp(`[^\p{L}\p{N}]+`)
	extension = lazy.NewRegexp(`(?i)\.(csv|tsv|txt|xlsx|xlsm)$`)
	// version is what tells versions and copies apart, and days and numbers, none
	// of which are surfaces.
	version  = lazy.NewRegexp(`^(v|version|ver|rev|r)?[0-9]+$|^(v|version|ver|rev|final|corrected|correction|updated|update|revised|copy|kopie|copie|copia|kopia|kopi|new|neu|old|alt|bak|backup|draft|entwurf|tmp|temp|csv|xlsx)$`)
	partWord = lazy.NewRegexp(`(?i)(?:^|[^\p{L}])(?:part|teil|parte|partie|sheet)[ _.-]*0?(1[01]|[1-9])$`)
)

// partOf tells which part of the report a name stands for, and what is left of
// the name: the surface, where a provider split a part by surfaces. Names of
// versions are no surfaces. It returns 0 for a name that tells no part, and
// whether a number told it: words alone also stand in names of other files.
func partOf(title string) (part int, surface string, byNumber bool) {
	base := stem(title)
	if m := partWord.FindStringSubmatch(base); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n, "", true
	}
	// The last number counts: names begin with dates and years.
	for at := len(base); at > 0; {
		found := lastNumbered(base[:at], base)
		if found == nil {
			break
		}
		n, _ := strconv.Atoi(found.number)
		if rest, ok := afterName(n, found.rest); ok {
			return n, surfaceOf(rest), true
		}
		at = found.at
	}
	// Only a number at the very beginning is believed without its name.
	if m := numbered.FindStringSubmatchIndex(base); m != nil && m[2] <= 1 {
		n, _ := strconv.Atoi(base[m[2]:m[3]])
		if !monthName(base[m[4]:]) {
			return n, "", true
		}
	}
	name := normalised(base)
	for n := 11; n >= 1; n-- {
		for _, known := range namesOf(n) {
			if i := strings.LastIndex(name, known); i >= 0 && (n != 2 || i == 0) {
				return n, surfaceOf(name[i+len(known):]), false
			}
		}
	}
	return 0, "", false
}

// namesPart reports whether a name has the words of a part, besides its number.
func namesPart(title string, part int) bool {
	name := normalised(stem(title))
	return slices.ContainsFunc(namesOf(part), func(known string) bool { return strings.Contains(name, known) })
}

// stem returns a name without folders and extension.
func stem(title string) string {
	return extension.ReplaceAllString(path.Base(strings.TrimSpace(title)), "")
}

type numberedName struct {
	at           int
	number, rest string
}

// lastNumbered returns the last "8_automated means" that begins in head.
func lastNumbered(head, base string) *numberedName {
	for i := len(head) - 1; i >= 0; i-- {
		if head[i] < '0' || head[i] > '9' || i > 0 && head[i-1] >= '0' && head[i-1] <= '9' {
			continue
		}
		if m := numbered.FindStringSubmatch(base[i:]); m != nil && strings.HasPrefix(strings.TrimPrefix(base[i:], "0"), m[1]) {
			return &numberedName{at: i, number: m[1], rest: m[2]}
		}
	}
	return nil
}

func afterName(part int, rest string) (string, bool) {
	name := normalised(rest)
	for _, known := range namesOf(part) {
		if after, ok := strings.CutPrefix(name, known); ok {
			return after, true
		}
	}
	return "", false
}

// namesOf returns all normalised names of a part, the longest first where one
// begins another.
func namesOf(part int) []string {
	names := append([]string{}, partNames[part]...)
	for _, title := range template()[part].Sheet {
		if m := numbered.FindStringSubmatch(title); m != nil {
			names = append(names, normalised(m[2]))
		}
	}
	return names
}

func surfaceOf(rest string) string {
	words := slices.DeleteFunc(strings.Split(rest, "_"), func(word string) bool { return word == "" || version.MatchString(word) })
	return strings.Join(words, "_")
}

func monthName(s string) bool {
	s = strings.ToLower(s)
	for _, month := range []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"} {
		if strings.HasPrefix(s, month) {
			return true
		}
	}
	return false
}

// normalised makes names comparable: lower case, one _ between words.
func normalised(s string) string {
	return strings.Trim(notWord.ReplaceAllString(strings.ToLower(s), "_"), "_")
}
