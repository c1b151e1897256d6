// Package image writes structures down as a few bytes and reads them again. One
// function describes a structure for both directions, so that they cannot drift
// apart.
//
// What is read need not be what was written: a reader stops at the first thing that
// is wrong, says what it is and never panics or takes more memory than a fixed
// multiple of what it is given.
package image

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Codec writes or reads. After the first error it does nothing.
type Codec struct {
	writing bool
	err     error

	written []byte
	known   map[string]uint64 // texts that were written, by their numbers

	left  string
	texts []string
}

// Writer returns a codec that writes what it is given.
func Writer() *Codec { return &Codec{writing: true, known: map[string]uint64{}} }

// Reader returns a codec that reads what another wrote.
func Reader(content string) *Codec {
	return &Codec{left: content, texts: make([]string, 0, len(content)/100)}
}

// Writing reports whether the codec writes.
func (c *Codec) Writing() bool { return c.writing }

// Err returns what first went wrong.
func (c *Codec) Err() error { return c.err }

// Fail has the codec stop.
func (c *Codec) Fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

// Done reports an error where something is left to read.
func (c *Codec) Done() error {
	if c.err == nil && c.left != "" {
		c.Fail("%d bytes are left over", len(c.left))
	}
	return c.err
}

// Bytes returns what was written.
func (c *Codec) Bytes() []byte { return c.written }

var errShort = errors.New("it ends too early")

// uint writes or reads a number, the smaller in the fewer bytes.
func (c *Codec) uint(n uint64) uint64 {
	if c.err != nil {
		return 0
	}
	if c.writing {
		c.written = binary.AppendUvarint(c.written, n)
		return n
	}
	n = 0
	for i := range len(c.left) {
		b := c.left[i]
		if i == binary.MaxVarintLen64-1 && b > 1 {
			c.Fail("a number is too large")
			return 0
		}
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			if b == 0 && i > 0 {
				c.Fail("a number is written in more bytes than it needs")
				return 0
			}
			c.left = c.left[i+1:]
			return n
		}
	}
	c.Fail("%w", errShort)
	return 0
}

// Index writes or reads a number from 0 up to and without a bound.
func Index[T ~int | ~int32 | ~uint8](c *Codec, n *T, bound int) {
	read := c.uint(uint64(*n))
	if c.err == nil && read >= uint64(max(bound, 0)) {
		c.Fail("%d is not below %d", read, bound)
	}
	if c.err != nil {
		read = 0
	}
	*n = T(read)
}

// Len writes or reads how many things follow, each of which takes at least a byte.
func (c *Codec) Len(n int) int {
	read := c.uint(uint64(n))
	if c.err == nil && !c.writing && read > uint64(len(c.left)) {
		c.Fail("%w", errShort)
	}
	if c.err != nil {
		return 0
	}
	return int(read)
}

// LenOf is Len for things each of which takes at least so many bytes, of those that
// take much more memory than that.
func (c *Codec) LenOf(n, least int) int {
	n = c.Len(n)
	if c.err == nil && !c.writing && n > len(c.left)/least {
		c.Fail("%w", errShort)
		return 0
	}
	return n
}

// Int writes or reads a number that may be negative.
func (c *Codec) Int(n *int64) {
	zigzag := c.uint(uint64(*n<<1) ^ uint64(*n>>63))
	*n = int64(zigzag>>1) ^ -int64(zigzag&1)
}

// Bool writes or reads yes or no.
func (c *Codec) Bool(b *bool) {
	var n uint8
	if *b {
		n = 1
	}
	Index(c, &n, 2)
	*b = n == 1
}

// maxTexts bounds how many different texts there can be.
const maxTexts = math.MaxInt32

// Text writes or reads a text. One that was there before takes a byte or two.
func (c *Codec) Text(s *string) { text(c, s) }

// Word is Text for types that are words.
func Word[T ~string](c *Codec, s *T) { text(c, s) }

func text[T ~string](c *Codec, s *T) {
	if c.writing {
		number, known := c.known[string(*s)]
		if known {
			c.uint(number + 1)
			return
		}
		c.known[string(*s)] = uint64(len(c.known))
		c.uint(0)
		c.uint(uint64(len(*s)))
		c.written = append(c.written, *s...)
		return
	}
	*s = ""
	number := c.uint(0)
	switch {
	case c.err != nil:
	case number > uint64(len(c.texts)):
		c.Fail("there is no text %d", number-1)
	case number > 0:
		*s = T(c.texts[number-1])
	default:
		length := c.uint(0)
		if c.err == nil && (length > uint64(len(c.left)) || len(c.texts) >= maxTexts) {
			c.Fail("%w", errShort)
		}
		if c.err != nil {
			return
		}
		*s = T(c.left[:length])
		c.texts = append(c.texts, c.left[:length])
		c.left = c.left[length:]
	}
}

// List writes or reads a list. One that is nil stays nil, one that is empty empty.
// Each element has to take at least a byte.
func List[T any](c *Codec, list *[]T, each func(*T)) {
	size := uint64(0)
	if *list != nil {
		size = uint64(len(*list)) + 1
	}
	size = c.uint(size)
	if c.err != nil {
		return
	}
	if !c.writing {
		if size > uint64(len(c.left))+1 {
			c.Fail("%w", errShort)
			return
		}
		*list = nil
		if size > 0 {
			*list = make([]T, size-1)
		}
	}
	for i := range *list {
		each(&(*list)[i])
		if c.err != nil {
			return
		}
	}
}

// Texts writes or reads a list of words.
func Texts[T ~string](c *Codec, list *[]T) {
	List(c, list, func(s *T) { text(c, s) })
}
