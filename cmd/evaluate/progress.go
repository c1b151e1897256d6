package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/dsaeval/dsaeval/records/sor"
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

// line fits into 80 columns: the bar takes what the numbers leave.
func (b *progress) line(elapsed time.Duration) string {
	const columns, width = 79, 20
	rows, rejected := b.p.Rows.Load(), b.p.Rejected.Load()
	rate := float64(rows) / max(elapsed.Seconds(), 1e-9)
	text := fmt.Sprintf("%d rows, %.0f/s, %d rejected", rows, rate, rejected)
	bytes, total := b.p.Bytes.Load(), b.p.Total.Load()
	if total <= 0 || bytes <= 0 {
		return text
	}
	share := min(float64(bytes)/float64(total), 1)
	text = fmt.Sprintf("%3.0f%% %s, %s left", share*100, text, left(elapsed, share))
	bar := min(width, columns-len(text)-len("[] "))
	if bar < 1 {
		return text
	}
	filled := int(share * float64(bar))
	return fmt.Sprintf("[%s%s] %s", strings.Repeat("#", filled), strings.Repeat(".", bar-filled), text)
}

// left says how long the rest takes. At the very beginning nobody knows.
func left(elapsed time.Duration, share float64) string {
	const most = 99 * time.Hour
	seconds := elapsed.Seconds() * (1 - share) / share
	if seconds > most.Seconds() {
		return ">99h"
	}
	return time.Duration(seconds * float64(time.Second)).Round(time.Second).String()
}
