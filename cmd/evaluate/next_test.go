package main

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNextQuestions: every paper asks the questions of evaluate ask in its order, also
// one that is made from a saved report.
func TestNextQuestions(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	dir := t.TempDir()
	const facts = `assessment: {date: 2026-11-01}
service: {categories: [marketplace], enterprise_size: medium, designation_status: none, offers_services_in_eu: true, offered_in_union_since: 2019-05-01}
`
	require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.yaml"), []byte(facts), 0o600))
	code, out := shell(t, dir, "evaluate ask facts.yaml --count 10 -o json")
	require.Equal(t, exitOK, code, out)
	var steps []struct{ Question string }
	require.NoError(t, json.Unmarshal([]byte(out), &steps))
	require.Len(t, steps, 10)

	code, out = shell(t, dir, "evaluate facts.yaml -o json=report.json -o html=a.html -o html-brief=a.brief -o markdown=a.md -o github-summary=a.summary -o text=a.txt")
	require.Equal(t, exitOK, code, out)
	code, out = shell(t, dir, "evaluate render report.json -o html=b.html -o html-brief=b.brief -o markdown=b.md -o github-summary=b.summary -o text=b.txt")
	require.Equal(t, exitOK, code, out)
	for name, each := range map[string]struct {
		after, question string
		n               int
	}{
		"html":    {`What to ask next`, `<li><a href="[^"]+">([^<]+)</a>`, 10},
		"brief":   {`What to find out next`, `<li>([^<]+) <span`, 3},
		"md":      {`### Next questions`, `\n\| ([^|<]+)<br>`, 10},
		"summary": {`### Next questions`, `\n\| ([^|<]+)<br>`, 10},
		"txt":     {"NEXT", `\n +[0-9]+\. (.+)\n`, 10},
	} {
		content, err := os.ReadFile(filepath.Join(dir, "a."+name))
		require.NoError(t, err)
		again, err := os.ReadFile(filepath.Join(dir, "b."+name))
		require.NoError(t, err)
		require.Equal(t, string(content), string(again), name)
		_, asked, found := strings.Cut(string(content), each.after)
		require.True(t, found, name)
		have := regexp.MustCompile(each.question).FindAllStringSubmatch(asked, each.n)
		require.Len(t, have, each.n, name)
		for i, match := range have {
			question := html.UnescapeString(strings.ReplaceAll(match[1], `\`, ""))
			require.True(t, strings.HasPrefix(question, steps[i].Question), "%s asks %q and not %q", name, question, steps[i].Question)
		}
	}
}
