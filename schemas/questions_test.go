package schemas_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/factschema"
)

// yesOrNo are the words with which a question begins that yes or no answers.
var yesOrNo = []string{
	"Is", "Are", "Does", "Do", "Has", "Have", "Can", "Was", "Were", "Did", "May", "Must", "Will", "Would", "Could",
}

var (
	// technical is what a reader without the schema stumbles over: names and paths of
	// facts, and words of JSON. A slash is allowed in the number of an act, such as
	// 2003/361/EC.
	technical = regexp.MustCompile(`[_{}\[\]<>"` + "`" + `]|[a-z]\.[a-z]|(^|[^0-9])/|\b(null|true|false|boolean|JSON|array|schema|API)\b`)
	day       = regexp.MustCompile(`^(On|By|Since|From) which day`)
	number    = regexp.MustCompile(`[Hh]ow (many|often)`)
	unit      = regexp.MustCompile(`^(percent|hours|minutes|seconds|days|months|years|EUR)`)
)

// TestEveryFactAsks checks that people can be asked for every fact, in a few plain
// words that tell what kind of answer is wanted.
func TestEveryFactAsks(t *testing.T) {
	t.Parallel()
	asked := map[string]map[string]string{}
	facts := 0
	eachFact(t, func(section, at string, fact map[string]any, f *factschema.Field) {
		facts++
		question, _ := fact["x-question"].(string)
		if question == "" {
			t.Errorf("%s has no question", at)
			return
		}
		if other, ok := asked[section][question]; ok {
			t.Errorf("%s and %s ask the same: %s", other, at, question)
		}
		if asked[section] == nil {
			asked[section] = map[string]string{}
		}
		asked[section][question] = at
		for _, wrong := range wrongs(question, f) {
			t.Errorf("the question of %s %s: %s", at, wrong, question)
		}
		if f.IsNumber() && f.Unit == "" {
			t.Errorf("%s is a number without a unit", at)
		}
	})
	require.Greater(t, facts, 1000)
}

// TestQuestionsAreHeldToTheRules shows questions that the rules refuse.
func TestQuestionsAreHeldToTheRules(t *testing.T) {
	t.Parallel()
	flag := &factschema.Field{Types: []string{"boolean", "null"}}
	count := &factschema.Field{Types: []string{"integer", "null"}, Unit: "notices"}
	hours := &factschema.Field{Types: []string{"number", "null"}, Unit: "hours"}
	date := &factschema.Field{Types: []string{"string", "null"}, Format: "date"}
	word := &factschema.Field{Enum: []string{"low", "high"}}
	for question, f := range map[string]*factschema.Field{
		"Is it open":                            flag,
		"is it open?":                           flag,
		"Is it open? Really?":                   flag,
		"Is " + strings.Repeat("so ", 70) + "?": flag,
		"Which way is open?":                    flag,
		"Is notices_lost_count known?":          flag,
		"Is service.name known?":                flag,
		"Is terms/name known?":                  flag,
		"Is it null?":                           flag,
		"What is the number of notices?":        count,
		"How long did it take?":                 hours,
		"When was it?":                          date,
		"Is it low or high?":                    word,
	} {
		require.Len(t, wrongs(question, f), 1, question)
	}
	for question, f := range map[string]*factschema.Field{
		"Is Directive 2005/29/EC observed (no if an audit found otherwise)?": flag,
		"For how many notices is that so?":                                   count,
		"Within how many hours was it done?":                                 hours,
		"On which day was it done?":                                          date,
		"How grave is it: low or high?":                                      word,
	} {
		require.Empty(t, wrongs(question, f), question)
	}
}

// wrongs says what a question does that it must not.
func wrongs(question string, f *factschema.Field) (wrong []string) {
	first, _, _ := strings.Cut(question, " ")
	switch {
	case !strings.HasSuffix(question, "?") || strings.Count(question, "?") != 1:
		wrong = append(wrong, "is not one question")
	case utf8.RuneCountInString(question) > 200:
		wrong = append(wrong, "is longer than 200 characters")
	case first[:1] != strings.ToUpper(first[:1]):
		wrong = append(wrong, "begins with a small letter")
	case technical.MatchString(question):
		wrong = append(wrong, "holds what only a reader of the schema knows")
	case f.Is("boolean") != slices.Contains(yesOrNo, first):
		wrong = append(wrong, "does not tell whether the answer is yes or no")
	case f.IsDate() && !day.MatchString(question):
		wrong = append(wrong, "does not ask for a day")
	case f.Is("integer") && !number.MatchString(question):
		wrong = append(wrong, "does not ask for a number of things")
	case f.IsNumber() && !strings.Contains(question, unitWord(f.Unit)):
		wrong = append(wrong, "does not name its unit, "+f.Unit)
	}
	return wrong
}

// unitWord is the word for a measure that a question names; empty for things that
// are counted, which it calls as it likes.
func unitWord(of string) string {
	word := unit.FindString(of)
	if word == "EUR" {
		return "euros"
	}
	return word
}
