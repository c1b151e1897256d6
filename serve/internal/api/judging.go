package api

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/ask/explain"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/look"
	"github.com/dsaeval/dsaeval/serve/internal/media"
)

// Choosing are the parameters that say how facts are judged.
type Choosing struct {
	AsOf    string   `query:"as_of" format:"date" doc:"Judge on this day instead of assessment.date."`
	Only    []string `query:"only" doc:"Judge only these: ids, beginnings of ids, or articles, such as dsa.art16.6,28(1)." maxItems:"200"`
	Exclude []string `query:"exclude" doc:"Leave these out, named as for only." maxItems:"200"`
}

// engine is the one that judges what is chosen.
func (a *api) engine(c Choosing) (*engine.Engine, error) {
	if len(c.Only)+len(c.Exclude) == 0 {
		return a.eng, nil
	}
	return a.eng.Select(c.Only, c.Exclude)
}

// workTime is how long one document may take, with the wait for its turn.
const workTime = 30 * time.Second

// turn waits until there is room to work on a document. What follows must call done.
func (a *api) turn(ctx context.Context) (work context.Context, done func(), err error) {
	ctx, cancel := context.WithTimeout(ctx, workTime)
	select {
	case a.turns <- struct{}{}:
		return ctx, func() { <-a.turns; cancel() }, nil
	case <-ctx.Done():
		cancel()
		return nil, nil, ctx.Err()
	}
}

func (a *api) judging() {
	sent := facts1()
	register(a, a.operation("evaluate", http.MethodPost, "/v1/evaluate", "Judge facts",
		"The report in JSON, or in any format by Accept or format. A stream of documents (application/x-ndjson) is answered by a stream of reports, each on a line, in the order of the documents; a line about a document that cannot be judged is a problem instead, with its number.",
		reports()), a.evaluate)
	a.body("/v1/evaluate", sent, lines())
	register(a, a.operation("next-questions", http.MethodPost, "/v1/next-questions", "Say what to ask next",
		"The questions that the undetermined obligations leave open, what decides most first, with what answers would settle.",
		a.jsonOf(questions{})), a.next)
	a.body("/v1/next-questions", sent)
	register(a, a.operation("explain", http.MethodPost, "/v1/explain", "Say how a verdict follows",
		"From the provision to its conditions and from those to the facts, with the smallest changes of facts that would turn it; in JSON or, by Accept, as text.",
		content("application/json", external("explanation"), "text/plain", text())), a.explain)
	a.body("/v1/explain", sent)
	register(a, a.operation("diff", http.MethodPost, "/v1/diff", "Say what has changed",
		"Between two assessments, down to the facts. Each side is facts, which are judged, or a report in JSON.",
		content("application/json", external("diff"), "text/plain", text(), "text/markdown", text())), a.diff)
	a.body("/v1/diff", sides())
}

type evaluateInput struct {
	Choosing
	body
	Detail string `query:"detail" enum:"verdicts,findings,full" default:"full" doc:"How much is worked out: less is faster."`
	Format string `query:"format" doc:"The format by its name, such as html-brief; without it Accept decides."`
	Accept string `header:"Accept" doc:"The media type of the report."`
}

func (a *api) evaluate(ctx context.Context, in *evaluateInput) (*huma.StreamResponse, error) {
	format, err := wanted(in.Format, in.Accept)
	if err != nil {
		return nil, err
	}
	eng, err := a.engine(in.Choosing)
	if err != nil {
		return nil, err
	}
	sent, err := in.body.format()
	if err != nil {
		return nil, err
	}
	detail := engine.WithDetail(report.Detail(in.Detail))
	if sent == document.NDJSON {
		return a.many(eng, in, format, detail)
	}
	f, err := a.facts(&in.body, in.AsOf)
	if err != nil {
		return nil, err
	}
	ctx, done, err := a.turn(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	r, err := eng.Evaluate(ctx, f, detail)
	if err != nil {
		return nil, err
	}
	if format.Asks() {
		r = a.catalogue.WithNext(r)
	}
	var b bytes.Buffer
	if err := render.Write(&b, format, []*report.Report{r}, render.UpTo(report.Detail(in.Detail))); err != nil {
		return nil, err
	}
	if kind := media.Of(format).Type; strings.HasPrefix(kind, "text/html") {
		in.w.Header().Set("Content-Security-Policy", look.Policy(b.Bytes()))
	}
	return stream(media.Of(format).Type, func(w io.Writer) { _, _ = w.Write(b.Bytes()) }), nil
}

type nextInput struct {
	body
	AsOf    string   `query:"as_of" format:"date" doc:"Judge on this day instead of assessment.date."`
	Count   int      `query:"count" default:"10" minimum:"0" maximum:"1000" doc:"How many; 0 gives all."`
	Article []string `query:"article" doc:"Only questions that these provisions read, such as 28 or 28(1)." maxItems:"200"`
	Section []string `query:"section" doc:"Only questions of these sections of the document, such as minors." maxItems:"200"`
	Skip    []string `query:"skip" doc:"JSON Pointers of facts that nobody knows; what could only decide something together with them is not asked either." maxItems:"1000"`
}

// questions are the answer of next-questions.
type questions struct {
	Summary   report.Summary `json:"summary"`
	Questions []ask.Step     `json:"questions"`
}

type nextOutput struct{ Body questions }

func (a *api) next(ctx context.Context, in *nextInput) (*nextOutput, error) {
	f, err := a.facts(&in.body, in.AsOf)
	if err != nil {
		return nil, err
	}
	ctx, done, err := a.turn(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	r, err := a.eng.Evaluate(ctx, f)
	if err != nil {
		return nil, err
	}
	skipped := map[string]bool{}
	for _, pointer := range in.Skip {
		skipped[pointer] = true
	}
	steps := a.catalogue.Next(r, ask.Options{Count: in.Count, Skipped: skipped, Only: func(f ask.Fact) bool {
		return (len(in.Article) == 0 || slices.ContainsFunc(in.Article, f.Of)) && (len(in.Section) == 0 || slices.Contains(in.Section, f.Section))
	}})
	if steps == nil {
		steps = []ask.Step{}
	}
	return &nextOutput{questions{r.Summary, steps}}, nil
}

type explainInput struct {
	body
	ID     string `query:"id" required:"true" doc:"The id of an obligation, such as dsa.art16.6." maxLength:"200"`
	AsOf   string `query:"as_of" format:"date" doc:"Judge on this day instead of assessment.date."`
	All    bool   `query:"all" doc:"In text, show conditions that decide nothing, too."`
	Accept string `header:"Accept" doc:"application/json or text/plain."`
}

func (a *api) explain(ctx context.Context, in *explainInput) (*huma.StreamResponse, error) {
	format, err := among(in.Accept, render.JSON, render.Text)
	if err != nil {
		return nil, err
	}
	f, err := a.facts(&in.body, in.AsOf)
	if err != nil {
		return nil, err
	}
	ctx, done, err := a.turn(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	x, err := a.eng.Explain(ctx, f, in.ID)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if format == render.Text {
		err = explain.WriteText(&b, x, explain.Options{All: in.All})
	} else {
		err = writeJSON(&b, x)
	}
	if err != nil {
		return nil, err
	}
	return stream(media.Of(format).Type, func(w io.Writer) { _, _ = w.Write(b.Bytes()) }), nil
}

// among is the one of some formats that a client accepts.
func among(accept string, formats ...render.Format) (render.Format, error) {
	f, err := wanted("", accept)
	if err == nil && !slices.Contains(formats, f) {
		err = problem(http.StatusNotAcceptable, "it is not written as "+accept)
	}
	return f, err
}

// judged is what one document comes to.
func (a *api) judged(ctx context.Context, f *facts.Facts, day string) (*report.Report, error) {
	f, err := dated(f, day)
	if err != nil {
		return nil, err
	}
	return a.eng.Evaluate(ctx, f)
}
