package main

import "io"

// streams are what a command writes piece by piece, each in its format. Files appear
// when all is complete, or not at all, and of standard output the beginning is held back.
type streams struct {
	formats []string
	sinks   []sink
	done    int // how many are complete
}

func newStreams(outputs []output[string], stdout io.Writer) (*streams, error) {
	s := &streams{}
	for _, o := range outputs {
		var to sink = newHeld(stdout, false)
		if o.file != "" {
			var err error
			if to, err = newSink(o.file); err != nil {
				s.abandon()
				return nil, err
			}
		}
		s.formats, s.sinks = append(s.formats, o.format), append(s.sinks, to)
	}
	return s, nil
}

// each writes the next piece to all of them.
func (s *streams) each(write func(w io.Writer, format string) error) error {
	for i, to := range s.sinks {
		if err := write(to, s.formats[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *streams) commit() error {
	for _, to := range s.sinks {
		if err := to.commit(); err != nil {
			return err
		}
		s.done++
	}
	return nil
}

func (s *streams) abandon() {
	for _, to := range s.sinks[s.done:] {
		to.abandon()
	}
}
