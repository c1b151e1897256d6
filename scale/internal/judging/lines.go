package judging

import (
	"bufio"
	"errors"
	"io"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// eachLine calls a function with each line, which is valid during the call. Of one that
// is longer than a document may be it gets a part that is, too.
func eachLine(r io.Reader, each func(number int, line []byte)) error {
	buffered := bufio.NewReaderSize(r, 64<<10)
	var line []byte
	for number := 1; ; {
		part, err := buffered.ReadSlice('\n')
		if len(line) <= facts.MaxSize+1 {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return err
		}
		each(number, line)
		if err != nil {
			return nil
		}
		number, line = number+1, line[:0]
	}
}
