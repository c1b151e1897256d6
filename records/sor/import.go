package sor

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Options say what to count.
type Options struct {
	// Grouping says what is counted together.
	Grouping Grouping
	// Platforms, if any, are counted; others are left out. Names as in the
	// database or in the names of its files, in any case.
	Platforms []string
	// From and To, if not "", are the first and last day of submission.
	From, To string
	// Jobs is how many parts are read at once, at most 8; as many as there are
	// processors if 0.
	Jobs int
	// Rejects, if set, receives the rejected rows as CSV.
	Rejects io.Writer
	// RejectsBegun is true where Rejects goes on with what an earlier run wrote
	// there, so that the names of the columns stand above it.
	RejectsBegun bool
	// Start, if set, is what was counted before: of other files. It is changed.
	Start *Aggregate
	// Resumed is true where Start is what a run over the same files had counted
	// when it was interrupted. Those that it holds are not read again.
	Resumed bool
	// AfterFile, if set, is called when a file is counted completely.
	AfterFile func(*Aggregate) error
	// SampleLevel spares work where it is known that duplicates of the whole, of which
	// this is a part, cannot be counted exactly: only one UUID in 2^SampleLevel is
	// remembered from the beginning. The whole is the same as with 0 if its
	// [Aggregate.Duplicates] have a factor above 2^SampleLevel.
	SampleLevel uint8
	// OnUnmatched, if set, is told the names among Platforms that no statement is
	// of, if there are any of others.
	OnUnmatched func(platforms []string)
	// Progress, if set, is kept up to date.
	Progress *Progress
}

// Progress is what a run has done so far; it can be read at any time.
type Progress struct {
	Rows, Rejected, Bytes, Total atomic.Int64
}

// maxJobs bounds the memory of a run: each job has buffers and counts of its own.
const maxJobs = 8

type importer struct {
	options   Options
	from, to  int32
	platforms map[string]bool // slugs
	progress  *Progress
	rejects   *rejectLog
	parts     int // numbered over all files
	// day is that in the name of the file that is read, if dated.
	day   int32
	dated bool

	mu    sync.Mutex
	total *Aggregate
	found map[string]bool // of the platforms asked for, by slug
}

// Import counts the statements of dumps. Every argument is a file, a folder, a
// pattern or - for stdin. On an error nothing is returned.
func Import(ctx context.Context, args []string, stdin io.Reader, options Options) (*Aggregate, error) {
	im, err := newImporter(options)
	if err != nil {
		return nil, err
	}
	files, err := inputs(args, stdin)
	if err != nil {
		return nil, err
	}
	files, err = im.relevant(files)
	if err != nil {
		return nil, err
	}
	for _, in := range files {
		if err := im.file(ctx, in); err != nil {
			return nil, err
		}
		if im.options.AfterFile != nil {
			if err := im.options.AfterFile(im.total); err != nil {
				return nil, err
			}
		}
	}
	if im.total.Statements() == 0 {
		return nil, document.Hinted(fmt.Errorf("%w was found: %d rows, %d of them rejected", ErrNothing, im.progress.Rows.Load(), im.progress.Rejected.Load()),
			"name other files, or a platform and days that fit them")
	}
	if unmatched := im.unmatched(); len(unmatched) > 0 && im.options.OnUnmatched != nil {
		im.options.OnUnmatched(unmatched)
	}
	return im.total, nil
}

// unmatched returns the platforms asked for that no statement is of. What an
// earlier run found is only known if platforms are counted apart.
func (im *importer) unmatched() (names []string) {
	if im.options.Start != nil && im.total.grouping.AllPlatforms {
		return nil
	}
	for key := range im.total.groups {
		im.found[Slug(key.Platform)] = true
	}
	for _, name := range im.options.Platforms {
		if !im.found[Slug(name)] {
			names = append(names, name)
		}
	}
	return names
}

func newImporter(options Options) (*importer, error) {
	im := &importer{options: options, progress: options.Progress, total: options.Start, found: map[string]bool{}}
	return im, im.prepare()
}

func (im *importer) prepare() error {
	if im.progress == nil {
		im.progress = &Progress{}
	}
	if im.total == nil {
		im.total = NewAggregate(im.options.Grouping)
		im.total.sample.level = min(im.options.SampleLevel, maxLevel)
	}
	if im.total.grouping != im.options.Grouping {
		return fmt.Errorf("the earlier run was grouped by %s, not by %s", im.total.grouping, im.options.Grouping)
	}
	im.from, im.to = -1<<31+1, 1<<31-1
	for _, limit := range []struct {
		text string
		day  *int32
	}{{im.options.From, &im.from}, {im.options.To, &im.to}} {
		if limit.text == "" {
			continue
		}
		day, ok := ParseDay(limit.text)
		if !ok {
			return fmt.Errorf("%q is not a day YYYY-MM-DD", limit.text)
		}
		*limit.day = day
	}
	if im.from > im.to {
		return fmt.Errorf("from %s is after to %s", im.options.From, im.options.To)
	}
	if len(im.options.Platforms) > 0 {
		im.platforms = map[string]bool{}
		for _, p := range im.options.Platforms {
			im.platforms[Slug(p)] = true
		}
	}
	if im.options.Jobs <= 0 {
		im.options.Jobs = runtime.GOMAXPROCS(0)
	}
	im.options.Jobs = min(im.options.Jobs, maxJobs)
	if im.options.Rejects != nil {
		im.rejects = newRejectLog(im.options.Rejects, im.options.RejectsBegun)
	}
	return nil
}
