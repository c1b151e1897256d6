package html_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render/html"
	"github.com/dsaeval/dsaeval/engine/render/internal/samples"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// FuzzPages puts anything into the words of a report of two obligations: its page has the
// elements that it has with plain words, every link leads where it did, and what would be
// obeyed without being seen is not in it.
func FuzzPages(f *testing.F) {
	writers := []writer{html.WriteBrief, html.WriteAudit, html.Write}
	with := func(words string) *report.Report {
		r := samples.Full()
		r.Service.Name, r.Provenance.Facts[0].File = words, words+".yaml"
		r.Obligations, r.Context, r.Fine = r.Obligations[:2], nil, nil
		for i := range r.Obligations {
			o := &r.Obligations[i]
			o.Title, o.Remediation = words, words
			for j := range o.Findings {
				o.Findings[j].Message = words
				for k := range o.Findings[j].Evidence {
					o.Findings[j].Evidence[k].Value = words
				}
			}
		}
		return r
	}
	var want []map[string]int
	for i, write := range writers {
		want = append(want, elements(f, page(f, write, with("Example"))))
		f.Add(uint8(i), samples.Markup)
		f.Add(uint8(i), "https://example.org/?a=1&b=2 javascript:alert(1)")
	}
	f.Fuzz(func(t *testing.T, which uint8, words string) {
		if writing.OneLine(words) == "" || len(words) > 200 {
			return // a name that is none, or that is cut, has other elements
		}
		which %= uint8(len(writers))
		have := page(t, writers[which], with(words))
		require.Equal(t, want[which], elements(t, have))
		require.NotContains(t, have, "ZgotmplZ")
		for _, c := range have {
			require.False(t, c != '\n' && c != '\t' && c != '\u200d' && c != '\ufffd' && writing.Hidden(c), "%q", c)
		}
	})
}

// elements counts the elements of a page by their names, and its links by where they lead.
func elements(t testing.TB, page string) map[string]int {
	t.Helper()
	counted := map[string]int{}
	for _, n := range all(parse(t, page)) {
		if n.Data == "wbr" { // where a long name may be broken
			continue
		}
		counted[n.Data]++
		if n.Data == "a" {
			counted["to "+attr(n, "href")]++
		}
		for _, a := range n.Attr {
			require.NotRegexp(t, `^on`, a.Key)
		}
	}
	return counted
}
