package main

import (
	"bytes"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The line is drawn once it takes long, not for each document, and leaves no trace.
func TestCounter(t *testing.T) {
	t.Parallel()
	now := time.Unix(0, 0)
	var b bytes.Buffer
	c := counterOn(&b, func() time.Time { return now })
	for range 100 {
		c.one()
	}
	require.Empty(t, b.String())
	now = now.Add(4 * time.Second)
	c.one()
	c.one()
	require.Equal(t, "\r\x1b[K101 documents, 25/s", b.String())
	c.stop()
	require.Equal(t, "\r\x1b[K101 documents, 25/s\r\x1b[K", b.String())

	require.Nil(t, newCounter(&b, os.Stdout), "no terminal, no line")
	var none *counter
	none.one()
	none.stop()
}

// What is held back is not printed if the run fails, and a long output goes out as it comes.
func TestHeld(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	h := newHeld(&b, false)
	_, err := h.Write(make([]byte, maxHeld))
	require.NoError(t, err)
	require.Zero(t, b.Len())
	_, err = h.Write([]byte("x"))
	require.NoError(t, err)
	require.Equal(t, maxHeld+1, b.Len())
	_, err = h.Write([]byte("y"))
	require.NoError(t, err)
	require.Equal(t, maxHeld+2, b.Len())

	b.Reset()
	h = newHeld(&b, false)
	_, err = h.Write([]byte("x"))
	require.NoError(t, err)
	h.abandon()
	require.Zero(t, b.Len())
	require.NoError(t, h.commit())
	require.Equal(t, "x", b.String())
}
