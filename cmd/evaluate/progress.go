package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/dsaeval/dsaeval/engine/ingest/sor"
)

// progress draws a line on a terminal: how far, rows, rate, rejects, time left.
// The libraries for this draw from the thread that counts, or bring a renderer
// of their own for what are forty lines here.
type progress struct {
	w     io.Writer
	p     *sor.Progress
	begun time.Time
	quit  chan struct{}
	done  sync.WaitGroup
}

// newProgress draws nothing unless w is a terminal.
func newProgress(w io.Writer, p *sor.Progress) *progress {
	bar := &progress{w: w, p: p, begun: time.Now(), quit: make(chan struct{})}
	if file, ok := w.(*os.File); !ok || !term.IsTerminal(int(file.Fd())) {
		return bar
	}
	bar.done.Go(func() {
		ticker := time.NewTicker(200 * time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case <-bar.quit:
				fmt.Fprint(w, "\r\x1b[K")
				return
			case <-ticker.C:
				fmt.Fprint(w, "\r\x1b[K", bar.line(time.Since(bar.begun)))
			}
		}
	})
	return bar
}

func (b *progress) stop() {
	close(b.quit)
	b.done.Wait()
}

// line fits into 80 columns.
func (b *progress) line(elapsed time.Duration) string {
	const width = 20
	rows, rejected := b.p.Rows.Load(), b.p.Rejected.Load()
	rate := float64(rows) / max(elapsed.Seconds(), 1e-9)
	text := fmt.Sprintf("%d rows, %.0f/s, %d rejected", rows, rate, rejected)
	bytes, total := b.p.Bytes.Load(), b.p.Total.Load()
	if total <= 0 || bytes <= 0 {
		return text
	}
	share := min(float64(bytes)/float64(total), 1)
	left := time.Duration(float64(elapsed) * (1 - share) / share).Round(time.Second)
	filled := int(share * width)
	return fmt.Sprintf("[%s%s] %3.0f%% %s, %s left", strings.Repeat("#", filled), strings.Repeat(".", width-filled), share*100, text, left)
}
