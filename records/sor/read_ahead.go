package sor

import (
	"context"
	"io"

	"github.com/dsaeval/dsaeval/internal/crash"
)

// pump reads ahead in a goroutine, so that a reader that waits for input, such
// as standard input on a quiet pipe, does not keep an interrupt waiting.
type pump struct {
	ctx   context.Context
	full  chan chunk
	empty chan []byte
	now   chunk
	rest  []byte
}

type chunk struct {
	bytes []byte
	n     int
	err   error
}

func newPump(ctx context.Context, r io.Reader) *pump {
	p := &pump{ctx: ctx, full: make(chan chunk), empty: make(chan []byte, 2)}
	p.empty <- make([]byte, 1<<17)
	p.empty <- make([]byte, 1<<17)
	go func() {
		for {
			select {
			case buffer := <-p.empty:
				var n int
				err := crash.Guard(func() (err error) {
					n, err = r.Read(buffer)
					return err
				})
				select {
				case p.full <- chunk{buffer, n, err}:
				case <-ctx.Done():
					return
				}
				if err != nil {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	return p
}

func (p *pump) Read(b []byte) (int, error) {
	for len(p.rest) == 0 {
		if p.now.err != nil {
			return 0, p.now.err
		}
		if p.now.bytes != nil {
			p.empty <- p.now.bytes
		}
		select {
		case p.now = <-p.full:
			p.rest = p.now.bytes[:p.now.n]
		case <-p.ctx.Done():
			return 0, p.ctx.Err()
		}
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}
