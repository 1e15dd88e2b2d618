"""Import of finished texts: conversion to Markdown and sectioning."""
