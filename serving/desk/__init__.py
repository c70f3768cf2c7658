"""The order desk: orders arrive, pass through stated steps that survive any crash, and wait for people where they must.

`store` keeps everything, `states` says what may follow what, `flow` takes the steps, `rules` decides.
"""
