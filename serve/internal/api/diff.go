package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dsaeval/dsaeval/engine/ask/compare"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/saved"
	"github.com/dsaeval/dsaeval/serve/internal/media"
)

type diffInput struct {
	body
	AsOf         string `query:"as_of" format:"date" doc:"Judge facts on this day instead of assessment.date."`
	Undetermined bool   `query:"undetermined" doc:"Count it as worse where an obligation was kept, or did not apply, and is undetermined now."`
	Accept       string `header:"Accept" doc:"application/json, text/plain or text/markdown."`
}

func (a *api) diff(ctx context.Context, in *diffInput) (*huma.StreamResponse, error) {
	format, err := among(in.Accept, render.JSON, render.Text, render.Markdown)
	if err != nil {
		return nil, err
	}
	sent, err := in.body.format()
	if err != nil {
		return nil, err
	}
	content, err := in.all()
	if err != nil {
		return nil, err
	}
	root, err := document.One(nameOf(sent), content)
	if err != nil {
		return nil, err
	}
	ctx, done, err := a.turn(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	var sides [2][]*report.Report
	for i, name := range []string{"old", "new"} {
		if sides[i], err = a.side(ctx, name, root.Child(name), in.AsOf); err != nil {
			return nil, err
		}
	}
	d, err := compare.Of(sides[0], sides[1], compare.Options{Undetermined: in.Undetermined})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	switch format {
	case render.Text:
		err = compare.WriteText(&b, d)
	case render.Markdown:
		err = compare.WriteMarkdown(&b, d)
	default:
		err = compare.WriteJSON(&b, d)
	}
	if err != nil {
		return nil, err
	}
	return stream(media.Of(format).Type, func(w io.Writer) { _, _ = w.Write(b.Bytes()) }), nil
}

// side is one of the two: facts, which are judged, or a report.
func (a *api) side(ctx context.Context, name string, n *facts.Node, day string) ([]*report.Report, error) {
	if n == nil || n.Kind != facts.Object {
		return nil, problem(http.StatusUnprocessableEntity, "old and new are facts or reports", Fault{Message: "it is missing, or no object", Location: "/" + name})
	}
	content, err := json.Marshal(n.Value())
	if err != nil {
		return nil, err
	}
	if saved.Is(content) {
		list, err := saved.Load(name+".json", content)
		return list, within(name, err)
	}
	documents, err := a.eng.Load(name+".json", content)
	if err != nil {
		return nil, within(name, err)
	}
	r, err := a.judged(ctx, documents[0], day)
	if err != nil {
		return nil, err
	}
	return []*report.Report{r}, nil
}

// within says of problems in which side they are. Their lines are those of neither.
func within(side string, err error) error {
	var wrong facts.Problems
	if !errors.As(err, &wrong) {
		return err
	}
	p := problem(http.StatusUnprocessableEntity, "one of the two sides cannot be used")
	for _, each := range wrong {
		p.Errors = append(p.Errors, Fault{Message: each.Message, Location: "/" + side + each.Pointer, Hint: each.Hint})
	}
	return p
}
