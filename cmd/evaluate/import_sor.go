package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/records/sor"
)

// importSOR holds the flags of the command that counts statements of reasons.
type importSOR struct {
	outputs         []string
	output, format  string // as read from outputs; - is standard output
	partial         string
	rejects         string
	resume          bool
	platforms       []string
	from, to        string
	groupBy         []string
	jobs            int
	grouping        sor.Grouping
	stateFile       string
	rejectsFile     *os.File
	groupByWasGiven bool
}

func newImportSOR() *cobra.Command {
	var c importSOR
	cmd := &cobra.Command{
		Use:   "sor DUMP...",
		Short: "Count statements of reasons in dumps of the DSA Transparency Database",
		Long: `sor counts the statements of reasons in daily dumps of the Commission's
transparency database: by category, ground, source, automation and restriction,
suspended and terminated accounts, minors, delays in days, States, duplicates.

DUMP is an archive as it was downloaded (full or light; a .sha1 file beside it
is compared), a CSV file, a folder of them, a pattern, - for standard input, or a
.partial that an earlier run wrote. Nothing is unpacked to disk.

Rows that cannot be read are counted and left out; --rejects tells which and
why. Without -o a table is printed. With -o facts=FILE, facts of one platform are
written; with -o facts=FOLDER/, those of each platform to a file of its own.`,
		Example: `  evaluate import sor sor-global-2025-07-22-full.zip
  evaluate import sor days/ --platform Instagram --from 2025-07-01 -o facts=facts.yaml --rejects rejects.csv
  evaluate import sor days/ --group-by platform,month -o csv=counts.csv --resume

  # In parts, on two machines
  evaluate import sor july/ --partial july.partial
  evaluate import sor august/ --partial august.partial
  evaluate import sor july.partial august.partial -o facts=facts/`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.target(cmd.Flags().Changed("output")); err != nil {
				return err
			}
			c.groupByWasGiven = cmd.Flags().Changed("group-by")
			return c.run(cmd.Context(), args, cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	outputFlag(cmd, &c.outputs, "table", "csv", "facts")
	flags.StringVar(&c.partial, "partial", "", "write the counts to this `FILE`, to be merged later")
	flags.StringVar(&c.rejects, "rejects", "", "write the rejected rows to this CSV `FILE`")
	flags.BoolVar(&c.resume, "resume", false, "keep counts and rejected rows after each file, and go on where an interrupted run stopped; needs -o or --partial")
	flags.StringSliceVar(&c.platforms, "platform", nil, "count only these `PLATFORMS`, by name or as in file names; can be repeated")
	flags.StringVar(&c.from, "from", "", "count only statements submitted on this `DAY` or later, YYYY-MM-DD")
	flags.StringVar(&c.to, "to", "", "count only statements submitted on this `DAY` or earlier, YYYY-MM-DD")
	flags.StringSliceVar(&c.groupBy, "group-by", []string{"platform"}, "platform, and one of day, month, quarter, half-year, year; or none")
	flags.IntVar(&c.jobs, "jobs", 0, "parts of an archive to read at once, at most 8; as many as there are processors if 0")
	return cmd
}

// memoryLimit is what the garbage collector keeps to where it can. What is in use
// is bounded to less; the limit keeps what is no longer in use from doubling it.
const memoryLimit = 160 << 20

func (c *importSOR) run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	if debug.SetMemoryLimit(-1) > memoryLimit { // GOMEMLIMIT may ask for less
		debug.SetMemoryLimit(memoryLimit)
	}
	partials, dumps := split(args)
	if err := c.check(partials, dumps); err != nil {
		return err
	}
	total, err := c.merge(partials)
	if err != nil {
		return err
	}
	if c.rejects != "" {
		if err := c.openRejects(); err != nil {
			return err
		}
		defer c.rejectsFile.Close()
		if !c.resume && c.rejectsFile.Name() != c.rejects {
			defer os.Remove(c.rejectsFile.Name()) // unless it has got its name by then
		}
	}
	if len(dumps) > 0 {
		if total, err = c.count(ctx, dumps, stdin, stderr, total); err != nil {
			return c.interrupted(err, dumps)
		}
	} else if len(c.platforms) > 0 || c.from != "" || c.to != "" {
		return document.Hinted(errors.New("--platform, --from and --to choose rows, and a partial has none"), "choose them where the partial is made")
	}
	if total.Statements() == 0 {
		return fmt.Errorf("%s: %w", strings.Join(partials, ", "), sor.ErrNothing)
	}
	if err := c.write(ctx, total, stdout); err != nil {
		return c.interrupted(err, dumps)
	}
	if total.Doubtful() && !(c.format == "table" && c.toStdout()) {
		fmt.Fprintln(stderr, total.Totals())
	}
	if c.rejectsFile != nil {
		if err := c.keepRejects(); err != nil {
			return err
		}
	}
	if c.resume {
		return os.Remove(c.stateFile)
	}
	return nil
}

// split tells partials from dumps.
func split(args []string) (partials, dumps []string) {
	for _, arg := range args {
		if sor.IsPartial(arg) {
			partials = append(partials, arg)
		} else {
			dumps = append(dumps, arg)
		}
	}
	return partials, dumps
}

// merge adds up partials; nil if there are none. Unless told otherwise, the
// grouping is theirs.
func (c *importSOR) merge(names []string) (*sor.Aggregate, error) {
	var grouping *sor.Grouping
	if c.groupByWasGiven {
		grouping = &c.grouping
	}
	total, err := sor.MergePartials(names, grouping)
	if total != nil {
		c.grouping = total.Grouping()
	}
	return total, err
}

// count reads dumps, and adds what they hold to what there is already.
func (c *importSOR) count(ctx context.Context, dumps []string, stdin io.Reader, stderr io.Writer, start *sor.Aggregate) (*sor.Aggregate, error) {
	options := sor.Options{
		Grouping: c.grouping, Platforms: c.platforms, From: c.from, To: c.to, Jobs: c.jobs,
		Start: start, Progress: &sor.Progress{},
	}
	var unmatched []string
	options.OnUnmatched = func(platforms []string) { unmatched = platforms }
	if c.rejectsFile != nil {
		options.Rejects = c.rejectsFile
	}
	if c.resume {
		if err := c.goOn(ctx, &options); err != nil {
			return nil, err
		}
	}
	bar := newProgress(stderr, options.Progress)
	total, err := sor.Import(ctx, dumps, stdin, options)
	bar.stop()
	for _, name := range unmatched {
		fmt.Fprintf(stderr, "no statement of --platform %q was found\n", name)
	}
	return total, err
}
