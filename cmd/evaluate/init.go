package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/answer"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
)

// frameFlags are the flags that answer the first questions, in the order of ask.Frame.
var frameFlags = []struct{ name, usage string }{
	{"kind", "kinds of intermediary service, with commas between them: mere_conduit, caching, hosting, online_platform, marketplace, online_search_engine"},
	{"size", "size of the enterprise: micro, small, medium or large"},
	{"designation", "designation by the Commission: none, vlop or vlose"},
	{"offered", "whether the service is offered in the Union: yes or no"},
	{"since", "day on which the service was first offered in the Union, YYYY-MM-DD"},
	{"ads", "whether the service presents advertisements: yes or no"},
	{"recommender", "whether the service uses recommender systems: yes or no"},
}

// beginning holds the flags of the init command.
type beginning struct {
	selection
	config             configuration
	outputs            []string
	output             string // the file; "" is standard output
	asOf, name         string
	answers            []string // of frameFlags
	from               []string
	brief, interactive bool
}

func newInit() *cobra.Command {
	b := beginning{answers: make([]string, len(frameFlags))}
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Begin a file of facts with what remains to be said for a service",
		Long: `init asks seven questions about a service, or takes the answers from flags, and
writes a file with the facts that remain to be given for it: each null, below a
comment with the question, the kind of answer, the provisions that read it and an
example. What no obligation of this service waits for is left out.

With --brief only the yes or no questions are written that decide most.

--from takes the paths of a harmonised transparency report, or a file of facts such
as evaluate import sor writes, and fills in what is published, with its sources.

The file says on which day the service is judged: today, or what --as-of says. No
file is ever overwritten.`,
		Example: `  evaluate init
  evaluate init --kind marketplace --size medium --designation none --offered yes --since 2019-05-01 --ads yes --recommender yes
  evaluate init --kind hosting --size large --from report.zip -o facts=hosting.facts.yaml`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return b.run(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	outputFlag(cmd, &b.outputs, "facts")
	flags.Lookup("output").DefValue = "[facts=facts.yaml]"
	b.outputs = []string{"facts=facts.yaml"}
	flags.StringVar(&b.asOf, "as-of", "", "the day on which the service is judged, YYYY-MM-DD, instead of today")
	flags.StringVar(&b.name, "name", "", "the name under which recipients know the service")
	for i, flag := range frameFlags {
		flags.StringVar(&b.answers[i], flag.name, "", flag.usage)
	}
	flags.BoolVar(&b.brief, "brief", false, "write only the yes or no questions that decide most")
	flags.StringArrayVar(&b.from, "from", nil, "transparency report, or file of facts, that fills in what is published; can be repeated")
	flags.BoolVar(&b.interactive, "interactive", false, "ask the questions even where standard input is no terminal")
	b.addFlags(cmd)
	b.config.serve(cmd, serving{except: append(exceptOwn, "as-of")})
	return cmd
}

func (b *beginning) run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) error {
	outputs, err := outputsOf(b.outputs, oneOfFormats("facts"))
	if err != nil {
		return err
	}
	if len(outputs) > 1 {
		return document.Hinted(errors.New("--output: one file is written"), "--output facts=facts.yaml")
	}
	b.output = outputs[0].file
	if err := document.CheckDay(b.asOf); b.asOf != "" && err != nil {
		return fmt.Errorf("--as-of: %w", err)
	}
	if err := b.free(); err != nil {
		return err
	}
	eng, err := b.engine(ctx)
	if err != nil {
		return err
	}
	catalogue := ask.NewCatalogue(eng.Schema(), eng.Obligations())
	frame, err := b.frame(catalogue, newDialogue(stdin, stderr, b.interactive))
	if err != nil {
		return err
	}
	file, err := factfile.Begin(b.day(), b.name)
	if err != nil {
		return fmt.Errorf("--as-of: %w", err)
	}
	if file, err = file.Set(frame...); err != nil {
		return err
	}
	if file, err = b.published(ctx, file, stderr); err != nil {
		return err
	}
	judged, err := judgedFile(ctx, eng, file)
	if err != nil {
		return err
	}
	remaining := catalogue.Remaining(judged, b.brief)
	if file, err = answer.Blank(file, remaining); err != nil {
		return err
	}
	if b.output == "" {
		_, err := stdout.Write(file.Content())
		return err
	}
	if err := create(b.output, file.Content()); err != nil {
		return err
	}
	b.tell(stdout, judged, remaining)
	return nil
}

// free makes sure that nothing is overwritten, before anything is asked.
func (b *beginning) free() error {
	if b.output == "" {
		return nil
	}
	if _, err := os.Stat(b.output); !errors.Is(err, fs.ErrNotExist) {
		return document.Hinted(fmt.Errorf("%s is already there, and is not overwritten", b.output), fmt.Sprintf("name another file with -o facts=FILE, or go on with evaluate ask %s", b.output))
	}
	return nil
}

// create writes a file that must not be there yet.
func create(name string, content []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}

// day is the day of the assessment. It is the one thing that is read from the clock,
// and stands in the file then.
func (b *beginning) day() string {
	if b.asOf != "" {
		return b.asOf
	}
	return time.Now().Format(time.DateOnly)
}

// frame returns the answers to the first questions, by flags or else in a dialogue.
func (b *beginning) frame(catalogue *ask.Catalogue, talk *dialogue) ([]factfile.Entry, error) {
	if talk == nil && strings.Join(b.answers, "") == "" && len(b.from) == 0 {
		return nil, document.Hinted(errors.New("nothing is known of the service, and there is no terminal to ask at"), "evaluate init --kind marketplace --size medium --designation none --offered yes, or --interactive")
	}
	var entries []factfile.Entry
	for i, pointer := range ask.Frame() {
		fact, _ := catalogue.Fact(pointer)
		text := b.answers[i]
		if text == "" && (talk == nil || strings.Join(b.answers, "") != "") {
			continue
		}
		value, err := any(nil), error(nil)
		if text != "" {
			if value, err = fact.Parse(text); err != nil {
				return nil, fmt.Errorf("--%s: %w", frameFlags[i].name, err)
			}
		} else if value, err = b.first(talk, fact, i); err != nil {
			return nil, err
		} else if value == nil {
			continue
		}
		entries = append(entries, factfile.Entry{Pointer: pointer, Value: value, Comment: fact.Comment()})
	}
	return entries, nil
}

// first asks one of the first questions until it is answered or passed over. That there
// is no more input is neither: the rest was not asked.
func (b *beginning) first(talk *dialogue, fact ask.Fact, i int) (any, error) {
	talk.say("%d of %d. %s", i+1, len(frameFlags), fact.Question)
	for _, c := range fact.Choices {
		talk.say("   %s: %s", c.Word, c.Meaning)
	}
	for {
		text, ok := talk.ask("   " + fact.Answer() + ", or nothing if you do not know:")
		if !ok {
			return nil, document.Hinted(fmt.Errorf("the input ended at question %d of %d; nothing was written", i+1, len(frameFlags)), "an empty line for what is not known")
		}
		if text == "" {
			return nil, nil
		}
		value, err := fact.Parse(text)
		if err == nil {
			return value, nil
		}
		talk.say("   %v", err)
	}
}

// judgedFile judges the facts of a file.
func judgedFile(ctx context.Context, eng *engine.Engine, file *factfile.File) (*report.Report, error) {
	documents, err := eng.Load(file.Name(), file.Content())
	if err != nil {
		return nil, err
	}
	return eng.Evaluate(ctx, documents[0])
}

// tell says what was written and what comes next.
func (b *beginning) tell(w io.Writer, r *report.Report, remaining []ask.Section) {
	n := 0
	for _, s := range remaining {
		n += len(s.Facts)
	}
	fmt.Fprintf(w, "%s: %s to give, in %s\n", b.output, plural(n, "fact"), plural(len(remaining), "section"))
	fmt.Fprintf(w, "%s wait for facts, %d are decided or do not apply\n", plural(r.Summary.Undetermined, "obligation"), len(r.Obligations)-r.Summary.Undetermined)
	fmt.Fprintf(w, "next: evaluate ask %s asks for what decides most; evaluate %s judges\n", b.output, b.output)
}
