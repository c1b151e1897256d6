package html_test

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	dom "golang.org/x/net/html"
)

func parse(t testing.TB, page string) *dom.Node {
	t.Helper()
	document, err := dom.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return document
}

func all(n *dom.Node, tags ...string) []*dom.Node {
	var list []*dom.Node
	for d := range n.Descendants() {
		if d.Type == dom.ElementNode && (len(tags) == 0 || slices.Contains(tags, d.Data)) {
			list = append(list, d)
		}
	}
	return list
}

func first(n *dom.Node, tag string) *dom.Node { return all(n, tag)[0] }

func count(list []*dom.Node) int { return len(list) }

func attr(n *dom.Node, name string) string {
	value, _ := attribute(n, name)
	return value
}

func attribute(n *dom.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// text is the text of a node. Cells and blocks are set apart by a space.
func text(n *dom.Node) string {
	var b strings.Builder
	for d := range descendants(n) {
		if d.Type == dom.TextNode {
			b.WriteString(d.Data)
		} else if slices.Contains([]string{"td", "th", "p", "li", "br", "h4", "dd", "dt", "caption"}, d.Data) {
			b.WriteString(" ")
		}
	}
	return b.String()
}

func descendants(n *dom.Node) iter.Seq[*dom.Node] { return n.Descendants() }

// checkStructure checks what can be checked without a browser.
func checkStructure(t *testing.T, document *dom.Node) {
	t.Helper()
	ids := map[string]*dom.Node{}
	for _, n := range all(document) {
		for _, a := range n.Attr {
			require.False(t, strings.HasPrefix(a.Key, "on"), "inline event handler %s", a.Key)
			require.NotEqual(t, "style", a.Key, "the policy forbids style attributes")
			if a.Key == "id" {
				require.NotContains(t, ids, a.Val, "an id is given twice")
				ids[a.Val] = n
			}
		}
	}
	checkLandmarks(t, document)
	checkHeadings(t, document)
	checkTables(t, document)
	checkControls(t, document, ids)
	checkReferences(t, document, ids)
}

func checkLandmarks(t *testing.T, document *dom.Node) {
	t.Helper()
	require.Equal(t, "en", attr(first(document, "html"), "lang"))
	require.NotEmpty(t, strings.TrimSpace(text(first(document, "title"))))
	require.Len(t, all(document, "main"), 1)
	for _, n := range all(document, "nav", "section", "article") {
		require.NotEmpty(t, attr(n, "aria-labelledby")+attr(n, "aria-label"), "<%s> without a name", n.Data)
	}
	skip := first(document, "a")
	require.Equal(t, "#"+attr(first(document, "main"), "id"), attr(skip, "href"), "the first link leads to the content")
}

func checkHeadings(t *testing.T, document *dom.Node) {
	t.Helper()
	level := 0
	for _, n := range all(document, "h1", "h2", "h3", "h4", "h5", "h6") {
		next, _ := strconv.Atoi(n.Data[1:])
		require.LessOrEqual(t, next, level+1, "heading %q skips a level", text(n))
		require.NotEmpty(t, strings.TrimSpace(text(n)))
		level = next
	}
	require.Len(t, all(document, "h1"), 1)
}

func checkTables(t *testing.T, document *dom.Node) {
	t.Helper()
	for _, table := range all(document, "table") {
		captions := all(table, "caption")
		require.Len(t, captions, 1, "a table has a caption")
		require.NotEmpty(t, strings.TrimSpace(text(captions[0])))
		for _, th := range all(table, "th") {
			require.Contains(t, []string{"col", "row"}, attr(th, "scope"))
			require.NotEmpty(t, strings.TrimSpace(text(th)), "a header of %q is empty", text(captions[0]))
		}
		columns := len(all(first(table, "tr"), "th", "td"))
		for _, tr := range all(table, "tr") {
			require.Len(t, all(tr, "th", "td"), columns, "rows of %q differ", text(captions[0]))
		}
		for _, tr := range all(first(table, "tbody"), "tr") {
			require.Len(t, all(tr, "th"), 1, "a row of %q has a header", text(captions[0]))
		}
	}
}

func checkControls(t *testing.T, document *dom.Node, ids map[string]*dom.Node) {
	t.Helper()
	labels := map[string]bool{}
	for _, label := range all(document, "label") {
		require.Contains(t, ids, attr(label, "for"))
		labels[attr(label, "for")] = strings.TrimSpace(text(label)) != ""
	}
	for _, n := range all(document, "input", "select", "textarea") {
		require.True(t, labels[attr(n, "id")], "<%s> without a label", n.Data)
	}
	for _, n := range all(document, "button", "a", "legend") {
		require.NotEmpty(t, strings.TrimSpace(text(n)), "<%s> without text", n.Data)
	}
	for _, n := range all(document, "svg") {
		hidden, named := attr(n, "aria-hidden") == "true", attr(n, "role") == "img" && attr(n, "aria-label") != ""
		if n.Parent.Data != "svg" {
			require.True(t, hidden || named || attr(n.Parent.Parent, "aria-hidden") == "true", "a picture without an alternative")
		}
	}
	if forms := all(document, "form"); len(forms) > 0 {
		_, hidden := attribute(forms[0], "hidden")
		require.True(t, hidden, "without JavaScript there is no filter that does nothing")
	}
}

func checkReferences(t *testing.T, document *dom.Node, ids map[string]*dom.Node) {
	t.Helper()
	for _, n := range all(document) {
		for _, name := range []string{"aria-labelledby", "aria-describedby", "for", "data-table"} {
			for id := range strings.FieldsSeq(attr(n, name)) {
				require.Contains(t, ids, id, name)
			}
		}
		if id, ok := strings.CutPrefix(attr(n, "href"), "#"); ok {
			require.Contains(t, ids, id, "a link leads nowhere")
		}
		_, source := attribute(n, "src")
		require.False(t, source, "<%s> loads another file", n.Data)
		require.NotContains(t, []string{"link", "iframe", "object", "embed", "base", "img", "video", "audio"}, n.Data)
	}
}
