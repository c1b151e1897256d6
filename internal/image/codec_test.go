package image

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// all has one of everything that a codec can write.
type all struct {
	Number int64
	Index  int
	Flag   bool
	Text   string
	Nil    []string
	Empty  []string
	Texts  []string
}

func (a *all) code(c *Codec) {
	c.Int(&a.Number)
	Index(c, &a.Index, 100)
	c.Bool(&a.Flag)
	c.Text(&a.Text)
	Texts(c, &a.Nil)
	Texts(c, &a.Empty)
	Texts(c, &a.Texts)
}

// What is written is read again, whatever it is.
func TestThereAndBack(t *testing.T) {
	t.Parallel()
	for _, number := range []int64{0, 1, -1, 63, -64, 64, math.MaxInt64, math.MinInt64} {
		before := all{Number: number, Index: 99, Flag: true, Text: "a", Empty: []string{}, Texts: []string{"a", "", "b", "a"}}
		w := Writer()
		before.code(w)
		require.NoError(t, w.Err())
		r := Reader(string(w.Bytes()))
		var after all
		after.code(r)
		require.NoError(t, r.Done())
		require.Equal(t, before, after)
	}
}

// What was not written is refused, each in its way.
func TestRefuses(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]string{
		"":         "it ends too early",
		"\x80":     "it ends too early",
		"\x80\x00": "more bytes than it needs",
		"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f": "a number is too large",
		"\x00\x64":                          "100 is not below 100",
		"\x00\x00\x02":                      "2 is not below 2",
		"\x00\x00\x00\x00\x09a":             "it ends too early",
		"\x00\x00\x00\x02":                  "there is no text 1",
		"\x00\x00\x00\x00\x00\x70":          "it ends too early",
		"\x00\x00\x00\x00\x00\x00\x00\x00x": "1 bytes are left over",
	} {
		r := Reader(content)
		var into all
		into.code(r)
		require.ErrorContains(t, r.Done(), want, "%q", content)
	}
}

func TestEnvelope(t *testing.T) {
	t.Parallel()
	sealed := string(Seal(3, []byte("content")))
	content, err := Open(3, sealed)
	require.NoError(t, err)
	require.Equal(t, "content", content)
	for damaged, want := range map[string]error{
		"":                                 ErrNoImage,
		sealed[:head-1]:                    ErrNoImage,
		"x" + sealed[1:]:                   ErrNoImage,
		string(Seal(2, []byte("content"))): ErrVersion,
		sealed[:len(sealed)-1]:             ErrDamaged,
		sealed + "x":                       ErrDamaged,
	} {
		_, err := Open(3, damaged)
		require.ErrorIs(t, err, want, "%q", damaged)
	}
}

// FuzzReader: no input makes a reader panic, and what it accepts it writes as it
// was.
func FuzzReader(f *testing.F) {
	w := Writer()
	(&all{Text: "a", Texts: []string{"a", "b"}}).code(w)
	f.Add(string(w.Bytes()))
	f.Fuzz(func(t *testing.T, content string) {
		readAgain(t, content, (*all).code)
	})
}

// readAgain reads a value, if there is one, and compares it with what is read of it as it is
// written down.
func readAgain[T any](t *testing.T, content string, code func(*T, *Codec)) {
	t.Helper()
	var into, again T
	r := Reader(content)
	code(&into, r)
	if r.Done() != nil {
		return
	}
	w := Writer()
	code(&into, w)
	r = Reader(string(w.Bytes()))
	code(&again, r)
	require.NoError(t, r.Done())
	require.Equal(t, into, again)
}
